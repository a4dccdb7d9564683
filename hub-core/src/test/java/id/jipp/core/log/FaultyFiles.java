package id.jipp.core.log;

import id.jipp.core.disk.SteadyFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that can be told to be full, or to fail to sync. */
public final class FaultyFiles extends FilePathWrapper {
    public enum Fault {
        NONE,
        FULL,
        SYNC_FAILS
    }

    private static final AtomicReference<Fault> NOW = new AtomicReference<>(Fault.NONE);

    public static FaultyFiles register() {
        FaultyFiles files = new FaultyFiles();
        FilePath.register(files);
        NOW.set(Fault.NONE);
        return files;
    }

    public String nameOf(Path file) {
        return "faulty:" + SteadyFiles.nameOf(file);
    }

    public void begin(Fault fault) {
        NOW.set(fault);
    }

    public void end() {
        NOW.set(Fault.NONE);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FaultyFile(unwrap().open(mode));
    }

    private static final class FaultyFile extends FileBase {
        private final FileChannel file;

        FaultyFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            if (NOW.get() == Fault.FULL) {
                throw new IOException("No space left on device");
            }
            return file.write(from, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (NOW.get() == Fault.FULL) {
                throw new IOException("No space left on device");
            }
            return file.write(from);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            if (NOW.get() == Fault.SYNC_FAILS) {
                throw new IOException("Input/output error");
            }
            file.force(metadata);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
