package id.jipp.core.material;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the directory at the end of a ZIP file claims (APPNOTE.TXT, 4.3): read by ourselves, so that its size is known
 * before room is made for it. Nothing is unpacked, no name is followed.
 */
record ZipDirectory(List<Entry> entries, long fileBytes) {
    static final int ENTRIES_MAX = 10_000;
    static final long UNPACKED_MAX = 8L << 30;

    /** What text can be packed to; pictures and films hardly at all. */
    static final long RATIO_MAX = 200;

    /** Below this a high ratio is harmless. */
    static final long RATIO_FROM_BYTES = 20L << 20;

    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 0xFFFF;
    private static final int DIRECTORY_BYTES_MAX = 8 << 20;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int END_SIGN = 0x06054B50;
    private static final int ENTRY_SIGN = 0x02014B50;
    private static final int LOCAL_SIGN = 0x04034B50;
    private static final int DEFLATED = 8;

    /** @param at where its own header stands in the file */
    record Entry(String name, int flags, int method, long packed, long unpacked, long at) {
        boolean isReadable() {
            return (flags & 1) == 0 && (method == 0 || method == DEFLATED);
        }
    }

    /** Empty if there is none, or one larger than any file we take has. */
    static Optional<ZipDirectory> read(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            int tail = (int) Math.min(length, END_BYTES + COMMENT_BYTES_MAX);
            ByteBuffer end = bytes(file, length - tail, tail);
            for (int at = tail - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END_SIGN) {
                    return read(file, length - tail + at, end.getShort(at + 10) & 0xFFFF, unsigned(end, at + 12));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<ZipDirectory> read(RandomAccessFile file, long endAt, int count, long size)
            throws IOException {
        if (count > ENTRIES_MAX || size > DIRECTORY_BYTES_MAX || size > endAt) {
            return Optional.empty();
        }
        ByteBuffer directory = bytes(file, endAt - size, (int) size);
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + ENTRY_BYTES <= size && directory.getInt(at) == ENTRY_SIGN) {
            int name = directory.getShort(at + 28) & 0xFFFF;
            int next = at
                    + ENTRY_BYTES
                    + name
                    + (directory.getShort(at + 30) & 0xFFFF)
                    + (directory.getShort(at + 32) & 0xFFFF);
            if (next > size || entries.size() == count) {
                return Optional.empty();
            }
            entries.add(new Entry(
                    new String(directory.array(), at + ENTRY_BYTES, name, StandardCharsets.UTF_8),
                    directory.getShort(at + 8) & 0xFFFF,
                    directory.getShort(at + 10) & 0xFFFF,
                    unsigned(directory, at + 20),
                    unsigned(directory, at + 24),
                    unsigned(directory, at + 42)));
            at = next;
        }
        return at == size && entries.size() == count
                ? Optional.of(new ZipDirectory(entries, endAt + END_BYTES))
                : Optional.empty();
    }

    /** Whether it claims to grow beyond bounds, or uses one piece of the file for several entries. */
    boolean isBomb() {
        long unpacked = 0;
        for (Entry entry : entries) {
            unpacked += entry.unpacked();
            if (unpacked > UNPACKED_MAX || isTooDense(unpacked)) {
                return true;
            }
        }
        return overlaps();
    }

    boolean isTooDense(long unpacked) {
        return unpacked > RATIO_FROM_BYTES && unpacked / Math.max(1, fileBytes) > RATIO_MAX;
    }

    private boolean overlaps() {
        long end = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingLong(Entry::at)).toList()) {
            if (entry.at() < end || entry.at() + LOCAL_BYTES + entry.packed() > fileBytes) {
                return true;
            }
            end = entry.at() + LOCAL_BYTES + entry.packed();
        }
        return false;
    }

    Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Where the packed bytes of an entry begin; empty if its own header is none. */
    static Optional<Long> dataOf(RandomAccessFile file, Entry entry) throws IOException {
        if (entry.at() + LOCAL_BYTES > file.length()) {
            return Optional.empty();
        }
        ByteBuffer local = bytes(file, entry.at(), LOCAL_BYTES);
        long begin = entry.at() + LOCAL_BYTES + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        return local.getInt(0) == LOCAL_SIGN && begin + entry.packed() <= file.length()
                ? Optional.of(begin)
                : Optional.empty();
    }

    private static ByteBuffer bytes(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
