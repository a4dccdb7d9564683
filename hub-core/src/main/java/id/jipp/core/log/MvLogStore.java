package id.jipp.core.log;

import id.jipp.core.disk.SteadyFiles;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.store.fs.FilePath;

/**
 * The maps of one log file: position → record, (stream's number, seq) → position, stream's number → name, stream →
 * proof of its fork. Written by one thread, read by many.
 */
final class MvLogStore {
    private static final int CACHE_MEGABYTES = 32;
    private static final int SEQ_BITS = 40;
    private static final String RESTORE = "Restore it from a backup; with an empty log in its place this hub would sign"
            + " the same numbers twice, and its peers would stop believing it.";

    private final MVStore store;
    private final MVMap<Long, byte[]> records;
    private final MVMap<Long, Long> places;
    private final MVMap<Long, String> names;
    private final MVMap<String, byte[]> forks;
    private final Map<StreamId, Long> numbers = new HashMap<>();

    private MvLogStore(MVStore store) {
        this.store = store;
        this.records = store.openMap(
                "records",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.places = store.openMap(
                "places",
                new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE));
        this.names = store.openMap(
                "names",
                new MVMap.Builder<Long, String>().keyType(LongDataType.INSTANCE).valueType(StringDataType.INSTANCE));
        this.forks = store.openMap(
                "forks",
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        names.forEach((number, name) -> numbers.put(parsed(name), number));
    }

    /**
     * Opens the file of a log that was there before.
     *
     * @throws IllegalStateException if it is gone or unreadable, another process has it open, or another version wrote it
     */
    static MvLogStore open(String fileName) {
        FilePath file = FilePath.get(fileName);
        if (!file.exists() || file.size() == 0) {
            throw new IllegalStateException(
                    "The log " + fileName + " is gone, but its folder says that it was there. " + RESTORE);
        }
        try {
            return opened(fileName);
        } catch (MVStoreException refused) {
            throw isUnreadable(refused)
                    ? new IllegalStateException(
                            "The log " + fileName + " cannot be read: " + refused.getMessage() + ". " + RESTORE,
                            refused)
                    : told(fileName, refused);
        }
    }

    /**
     * Makes the file of a log that never was. What a power cut left of an earlier try, in which nothing was ever
     * acknowledged, is moved aside.
     */
    static MvLogStore make(String fileName) {
        MvLogStore made;
        try {
            made = opened(fileName);
        } catch (MVStoreException torn) {
            if (!isUnreadable(torn)) {
                throw told(fileName, torn);
            }
            FilePath.get(fileName).moveTo(FilePath.get(fileName + ".torn"), true);
            made = opened(fileName);
        }
        made.commitAndSync();
        return made;
    }

    private static MvLogStore opened(String fileName) {
        return new MvLogStore(SteadyFiles.store(fileName, CACHE_MEGABYTES));
    }

    /** Whether what was read makes no sense, rather than that it could not be read, or written, now. */
    private static boolean isUnreadable(MVStoreException refused) {
        return switch (refused.getErrorCode()) {
            case DataUtils.ERROR_READING_FAILED -> refused.getCause() instanceof EOFException;
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_INTERNAL,
                    DataUtils.ERROR_SERIALIZATION,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND -> true;
            default -> false;
        };
    }

    private static RuntimeException told(String fileName, MVStoreException refused) {
        return switch (refused.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new IllegalStateException(
                        "The log " + fileName + " is open in another process. Two hubs must never share one"
                                + " data folder; stop the other one, or give this one its own.",
                        refused);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                new IllegalStateException(
                        "The log " + fileName + " was written by another version of its store: " + refused.getMessage(),
                        refused);
            default -> refused;
        };
    }

    Position last() {
        Long last = records.lastKey();
        return last == null ? Position.START : new Position(last);
    }

    /** Takes back what was put after that position and never acknowledged. */
    void forgetAfter(Position acknowledged) {
        for (Long at = records.lastKey(); at != null && at > acknowledged.value(); at = records.lastKey()) {
            Entry entry = at(new Position(at));
            places.remove(key(entry.stream(), entry.seq()));
            records.remove(at);
        }
    }

    void put(Position position, Entry entry) {
        records.put(position.value(), EntryRecord.bytes(entry));
        long number = numbers.computeIfAbsent(entry.stream(), fresh -> {
            long next = numbers.size() + 1L;
            names.put(next, fresh.toString());
            return next;
        });
        places.put(number << SEQ_BITS | entry.seq(), position.value());
    }

    void replace(Position position, Entry entry) {
        records.put(position.value(), EntryRecord.bytes(entry));
    }

    void putFork(Fork fork) {
        forks.put(fork.stream().toString(), ForkRecord.bytes(fork));
    }

    List<Fork> forks() {
        List<Fork> all = new ArrayList<>();
        forks.forEach((stream, bytes) -> all.add(ForkRecord.read(parsed(stream), bytes)));
        return all;
    }

    /** The heads of all streams, as the maps hold them. */
    Map<StreamId, Head> heads() {
        Map<StreamId, Head> heads = new HashMap<>();
        numbers.forEach((stream, number) -> {
            Long newest = places.floorKey((number << SEQ_BITS) | LogLimits.SEQ_MAX);
            if (newest != null && newest >>> SEQ_BITS == number) {
                long seq = newest & LogLimits.SEQ_MAX;
                heads.put(stream, new Head(seq, at(place(stream, seq)).hash()));
            }
        });
        return heads;
    }

    Position place(StreamId stream, long seq) {
        Long position = places.get(key(stream, seq));
        if (position == null) {
            throw new IllegalStateException("Entry " + seq + " of " + stream + " is not in the log");
        }
        return new Position(position);
    }

    Entry at(Position position) {
        byte[] record = records.get(position.value());
        if (record == null) {
            throw new IllegalStateException("Nothing is at position " + position.value());
        }
        return EntryRecord.read(record);
    }

    /** Entries of a stream from one number to another, both included; all of them must be held. */
    Iterator<Entry> entries(StreamId stream, long from, long to) {
        Cursor<Long, Long> cursor = places.cursor(key(stream, from), key(stream, to), false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Entry next() {
                cursor.next();
                return at(new Position(cursor.getValue()));
            }
        };
    }

    List<PlacedEntry> entriesFrom(Position after, Position to, int entriesMax) {
        List<PlacedEntry> entries = new ArrayList<>();
        Cursor<Long, byte[]> cursor = records.cursor(after.value() + 1, to.value(), false);
        while (cursor.hasNext() && entries.size() < entriesMax) {
            long at = cursor.next();
            entries.add(new PlacedEntry(new Position(at), EntryRecord.read(cursor.getValue())));
        }
        return entries;
    }

    /** Returns when everything put before is on disk. */
    void commitAndSync() {
        store.commit();
        store.sync();
    }

    void close() {
        store.close();
    }

    boolean isClosed() {
        return store.isClosed();
    }

    /** Lets go of the file without writing anything more to it. */
    void abandon() {
        store.closeImmediately();
    }

    private long key(StreamId stream, long seq) {
        Long number = numbers.get(stream);
        if (number == null) {
            throw new IllegalStateException("No entry of " + stream + " is in the log");
        }
        return number << SEQ_BITS | seq;
    }

    private static StreamId parsed(String name) {
        int colon = name.indexOf(':');
        return new StreamId(new HubId(name.substring(0, colon)), new StreamName(name.substring(colon + 1)));
    }
}
