package id.jipp.core.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/** One file read and written through {@link RandomAccessFile}, which takes no notice of interrupts. */
final class SteadyFile extends FileBaseDefault {
    private final RandomAccessFile file;

    SteadyFile(Path path, String mode) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), mode);
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
        file.seek(position);
        if (into.hasArray()) {
            int read = file.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(read, 0));
            return read;
        }
        byte[] bytes = new byte[into.remaining()];
        int read = file.read(bytes);
        into.put(bytes, 0, Math.max(read, 0));
        return read;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        byte[] bytes = new byte[length];
        from.get(bytes);
        file.seek(position);
        file.write(bytes);
        return length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        if (size < file.length()) {
            file.setLength(size);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        file.getFD().sync();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
