package id.jipp.core.log;

import java.nio.BufferUnderflowException;
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

    /** @throws EntryRecord.DamagedRecord if it is not what was written */
    static Fork read(StreamId stream, byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            Fork fork = new Fork(stream, in.getLong(), entries(in), entries(in));
            if (fork.ours().isEmpty() || fork.theirs().isEmpty() || in.hasRemaining()) {
                throw new EntryRecord.DamagedRecord("it does not have the form of a proof");
            }
            return fork;
        } catch (BufferUnderflowException cut) {
            throw new EntryRecord.DamagedRecord("it does not have the form of a proof");
        }
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
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] record = new byte[length];
            in.get(record);
            entries.add(EntryRecord.read(record));
        }
        return entries;
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
