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
import org.jspecify.annotations.Nullable;

/**
 * The maps of one log file: position → record, (stream's number, seq) → position, stream's number → name, stream →
 * proof of its fork, and each (stream's number, seq) that its author has erased. Written by one thread, read by many.
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
    private final MVMap<Long, Long> probes;
    private final MVMap<Long, Long> erased;
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
        this.probes = store.openMap(
                "probes",
                new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE));
        boolean knowsErasures = store.hasMap("erased");
        this.erased = store.openMap(
                "erased",
                new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE));
        names.forEach((number, name) -> numbers.put(parsed(name), number));
        if (!knowsErasures) {
            eraseAgain();
        }
    }

    /** An earlier version kept what erases others without knowing what it is. */
    private void eraseAgain() {
        Cursor<Long, byte[]> all = records.cursor(null);
        while (all.hasNext()) {
            all.next();
            try {
                erase(EntryRecord.read(all.getValue()));
            } catch (EntryRecord.DamagedRecord toldWhenItIsRead) {
                continue;
            }
        }
    }

    /**
     * Opens the file of a log that was there before.
     *
     * @param acknowledged what is behind it is taken back; null if all that is there counts
     * @throws IllegalStateException if it is gone or unreadable, another process has it open, or another version wrote it
     */
    static LogView open(String fileName, @Nullable Position acknowledged) {
        FilePath file = FilePath.get(fileName);
        if (!file.exists() || file.size() == 0) {
            throw new IllegalStateException(
                    "The log " + fileName + " is gone, but its folder says that it was there. " + RESTORE);
        }
        try {
            return opened(fileName, acknowledged);
        } catch (RuntimeException refused) {
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
    static LogView make(String fileName) {
        LogView made;
        try {
            made = opened(fileName, null);
        } catch (RuntimeException torn) {
            if (!isUnreadable(torn)) {
                throw told(fileName, torn);
            }
            FilePath.get(fileName).moveTo(FilePath.get(fileName + ".torn"), true);
            made = opened(fileName, null);
        }
        made.store().commitAndSync();
        return made;
    }

    private static LogView opened(String fileName, @Nullable Position acknowledged) {
        MVStore file = SteadyFiles.store(fileName, CACHE_MEGABYTES);
        try {
            MvLogStore store = new MvLogStore(file);
            if (acknowledged != null) {
                store.forgetAfter(acknowledged);
            }
            return LogView.of(store);
        } catch (RuntimeException damaged) {
            file.closeImmediately();
            throw damaged;
        }
    }

    /**
     * Whether what was read makes no sense, rather than that it could not be read or written now. A turned bit in its
     * own pages makes H2 fail in many ways.
     */
    private static boolean isUnreadable(RuntimeException refused) {
        return !(refused instanceof MVStoreException known)
                || switch (known.getErrorCode()) {
                    case DataUtils.ERROR_READING_FAILED -> known.getCause() instanceof EOFException;
                    case DataUtils.ERROR_FILE_LOCKED,
                            DataUtils.ERROR_UNSUPPORTED_FORMAT,
                            DataUtils.ERROR_WRITING_FAILED -> false;
                    default -> true;
                };
    }

    private static RuntimeException told(String fileName, RuntimeException refused) {
        if (!(refused instanceof MVStoreException known)) {
            return refused;
        }
        return switch (known.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new IllegalStateException(
                        "The log " + fileName + " is open in another process. Two hubs must never share one"
                                + " data folder; stop the other one, or give this one its own.",
                        refused);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                new IllegalStateException(
                        "The log " + fileName + " was written by another version of its store: " + refused.getMessage(),
                        refused);
            default ->
                new LogUnavailable("The log " + fileName + " cannot be opened: " + refused.getMessage(), refused);
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
        places.put(number(entry.stream()) << SEQ_BITS | entry.seq(), position.value());
    }

    private long number(StreamId stream) {
        return numbers.computeIfAbsent(stream, fresh -> {
            long next = numbers.size() + 1L;
            names.put(next, fresh.toString());
            return next;
        });
    }

    /** Whether its author has erased that entry, be it here or not. */
    boolean isErased(StreamId stream, long seq) {
        Long number = numbers.get(stream);
        return number != null && erased.containsKey(number << SEQ_BITS | seq);
    }

    /** Does what that entry says, if it is one that erases others. */
    void erase(Entry erasing) {
        Erased.of(erasing).ifPresent(gone -> {
            long number = number(new StreamId(erasing.stream().hub(), gone.stream()));
            for (long seq : gone.numbers()) {
                long key = number << SEQ_BITS | seq;
                erased.put(key, 1L);
                Long position = places.get(key);
                if (position != null) {
                    Entry without = at(new Position(position)).erased();
                    records.put(position, EntryRecord.bytes(without));
                }
            }
        });
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
                heads.put(stream, new Head(seq, at(stream, seq).hash()));
            }
        });
        long inStreams = heads.values().stream().mapToLong(Head::seq).sum();
        if (inStreams != records.sizeAsLong() || inStreams != last().value()) {
            throw new EntryRecord.DamagedRecord("its streams have " + inStreams + " entries, it holds "
                    + records.sizeAsLong() + ", the last at position " + last().value());
        }
        return heads;
    }

    Position place(StreamId stream, long seq) {
        Long position = places.get(key(stream, seq));
        if (position == null) {
            throw new IllegalStateException("Entry " + seq + " of " + stream + " is not in the log");
        }
        return new Position(position);
    }

    Entry at(StreamId stream, long seq) {
        return checked(at(place(stream, seq)), stream, seq);
    }

    /** A turned bit in the map of places would give out another entry. */
    private static Entry checked(Entry entry, StreamId stream, long seq) {
        if (entry.seq() != seq || !entry.stream().equals(stream)) {
            throw new EntryRecord.DamagedRecord(
                    "in the place of entry " + seq + " of " + stream + " is " + entry.seq() + " of " + entry.stream());
        }
        return entry;
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
            private long seq = from;

            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Entry next() {
                cursor.next();
                return checked(at(new Position(cursor.getValue())), stream, seq++);
            }
        };
    }

    List<PlacedEntry> entriesFrom(Position after, Position to, int entriesMax) {
        List<PlacedEntry> entries = new ArrayList<>();
        Cursor<Long, byte[]> cursor = records.cursor(after.value() + 1, to.value(), false);
        long expected = after.value();
        while (cursor.hasNext() && entries.size() < entriesMax) {
            long at = cursor.next();
            if (at != ++expected) {
                throw new EntryRecord.DamagedRecord("nothing is at position " + expected);
            }
            entries.add(new PlacedEntry(new Position(at), EntryRecord.read(cursor.getValue())));
        }
        return entries;
    }

    /** Returns when everything put before is on disk. */
    void commitAndSync() {
        store.commit();
        store.sync();
    }

    /** Writes and syncs something that means nothing, to see whether that is possible. */
    void probe() {
        probes.merge(0L, 1L, Long::sum);
        commitAndSync();
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
