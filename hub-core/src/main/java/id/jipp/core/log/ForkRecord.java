package id.jipp.core.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The proof of a fork as it lies on disk: {@code seq i64}, then twice a count i32 and so many records with their length i32. */
final class ForkRecord {
    private ForkRecord() {}

    static byte[] bytes(Fork fork) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(ByteBuffer.allocate(Long.BYTES).putLong(fork.seq()).array());
        add(parts, fork.ours());
        add(parts, fork.theirs());
        ByteBuffer out =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(out::put);
        return out.array();
    }

    static Fork read(StreamId stream, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Fork(stream, in.getLong(), entries(in), entries(in));
    }

    private static void add(List<byte[]> parts, List<Entry> entries) {
        parts.add(number(entries.size()));
        for (Entry entry : entries) {
            byte[] record = EntryRecord.bytes(entry);
            parts.add(number(record.length));
            parts.add(record);
        }
    }

    private static List<Entry> entries(ByteBuffer in) {
        int count = in.getInt();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[in.getInt()];
            in.get(record);
            entries.add(EntryRecord.read(record));
        }
        return entries;
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
