package id.jipp.core.log;

import id.jipp.core.disk.DiskReserve;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * A disk with one log file on it that can lose its power at any write or sync. What was synced is there afterwards; of
 * what was written since, each write is there, gone or torn, as chance has it.
 */
public final class PowerDisk {
    private static final Map<String, WeakReference<PowerDisk>> DISKS = new ConcurrentHashMap<>();
    private static final AtomicLong MADE = new AtomicLong();

    static {
        FilePath.register(new PowerPath());
    }

    private final String fileName = "power:" + MADE.incrementAndGet();
    private final String folder;
    private Image now = new Image(new byte[0], 0);
    private Image synced = new Image(new byte[0], 0);
    private final List<Change> unsynced = new ArrayList<>();
    private boolean locked;
    private boolean dark;
    private boolean lies;
    private int operationsLeft = Integer.MAX_VALUE;
    private long operations;
    private int powerUps;

    public PowerDisk() {
        this("power-" + MADE.incrementAndGet());
    }

    private PowerDisk(String folder) {
        this.folder = folder;
        DISKS.put(fileName, new WeakReference<>(this));
    }

    /** Opens the log that lies on it. @param folders in which it makes one for the file that says its format */
    public HubLog open(Path folders, Signer signer, AuthorKeys keys, Clock clock, RandomGenerator salts) {
        return MvHubLog.open(folders.resolve(folder), fileName, DiskReserve.of(folders), signer, keys, clock, salts);
    }

    /** What a copy of the file made now would be, as a backup is. */
    public synchronized PowerDisk copy() {
        PowerDisk copy = new PowerDisk(folder);
        copy.now = now.copy();
        copy.synced = now.copy();
        return copy;
    }

    /** Writes and syncs so far. */
    public synchronized long operations() {
        return operations;
    }

    /** The power goes at that write or sync from now, 1 for the next. */
    public synchronized void cutAt(int operation) {
        operationsLeft = operation;
    }

    public synchronized void cut() {
        dark = true;
    }

    public synchronized boolean isDark() {
        return dark;
    }

    /** From now on a sync only says it has synced. */
    public synchronized void lie() {
        lies = true;
    }

    /** The power comes back, and what the disk really holds is seen. */
    public synchronized void powerUp(RandomGenerator chance) {
        for (Change change : unsynced) {
            change.afterPowerCut(chance).ifPresent(synced::apply);
        }
        unsynced.clear();
        now = synced.copy();
        locked = false;
        dark = false;
        operationsLeft = Integer.MAX_VALUE;
        powerUps++;
    }

    /** Turns one bit of what is synced. */
    public synchronized void flip(long at, int bit) {
        synced.bytes[(int) at] ^= (byte) (1 << bit);
        now.bytes[(int) at] ^= (byte) (1 << bit);
    }

    public synchronized long size() {
        return now.size;
    }

    static PowerDisk called(String fileName) {
        WeakReference<PowerDisk> made = DISKS.get(fileName);
        PowerDisk disk = made == null ? null : made.get();
        if (disk == null) {
            throw new IllegalStateException("There is no disk " + fileName);
        }
        return disk;
    }

    synchronized void moveAside() {
        now = new Image(new byte[0], 0);
        synced = new Image(new byte[0], 0);
    }

    synchronized FileChannel open() throws IOException {
        Open open = new Open();
        open.check();
        return open;
    }

    private void change(Change change) throws IOException {
        boolean last = isLastOperation();
        now.apply(change);
        unsynced.add(change);
        if (last) {
            goDark();
        }
    }

    private void sync() throws IOException {
        boolean last = isLastOperation();
        boolean synchronises = !lies && (!last || operations % 2 == 0);
        if (synchronises) {
            unsynced.forEach(synced::apply);
            unsynced.clear();
        }
        if (last) {
            goDark();
        }
    }

    private boolean isLastOperation() throws IOException {
        if (dark) {
            throw new IOException("No power");
        }
        operations++;
        return --operationsLeft <= 0;
    }

    private void goDark() throws IOException {
        dark = true;
        throw new IOException("The power went");
    }

    /** Bytes from a place on; null bytes cut the file off there. */
    private record Change(long at, byte @Nullable [] bytes) {
        java.util.Optional<Change> afterPowerCut(RandomGenerator chance) {
            int what = chance.nextInt(3);
            if (what == 0) {
                return java.util.Optional.empty();
            }
            return java.util.Optional.of(
                    what == 1 || bytes == null
                            ? this
                            : new Change(at, Arrays.copyOf(bytes, chance.nextInt(bytes.length + 1))));
        }
    }

    private static final class Image {
        private byte[] bytes;
        private int size;

        Image(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }

        Image copy() {
            return new Image(bytes.clone(), size);
        }

        void apply(Change change) {
            int at = (int) change.at;
            if (change.bytes == null) {
                if (at < size) {
                    Arrays.fill(bytes, at, size, (byte) 0);
                    size = at;
                }
                return;
            }
            int end = at + change.bytes.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
            }
            System.arraycopy(change.bytes, 0, bytes, at, change.bytes.length);
            size = Math.max(size, end);
        }
    }

    private final class Open extends FileBaseDefault {
        private final int since = powerUps;

        private void check() throws IOException {
            if (dark || since != powerUps) {
                throw new IOException("No power");
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (PowerDisk.this) {
                check();
                return now.size;
            }
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            synchronized (PowerDisk.this) {
                check();
                int length = (int) Math.min(into.remaining(), now.size - position);
                if (length <= 0) {
                    return -1;
                }
                into.put(now.bytes, (int) position, length);
                return length;
            }
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            synchronized (PowerDisk.this) {
                check();
                byte[] bytes = new byte[from.remaining()];
                from.get(bytes);
                change(new Change(position, bytes));
                return bytes.length;
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (PowerDisk.this) {
                check();
                change(new Change(size, null));
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            synchronized (PowerDisk.this) {
                check();
                sync();
            }
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) {
            synchronized (PowerDisk.this) {
                if (locked) {
                    return null;
                }
                locked = true;
                return new Lock(this);
            }
        }

        @Override
        protected void implCloseChannel() {}
    }

    private final class Lock extends FileLock {
        private final Open holder;

        Lock(Open holder) {
            super(holder, 0, Long.MAX_VALUE, false);
            this.holder = holder;
        }

        @Override
        public boolean isValid() {
            return holder.isOpen();
        }

        @Override
        public void release() {
            synchronized (PowerDisk.this) {
                if (holder.since == powerUps) {
                    locked = false;
                }
            }
        }
    }
}
