package id.jipp.core.store;

import id.jipp.core.disk.SteadyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One MVStore file of the embedded engine. A thread commits and syncs it every second when something changed, and at
 * once when somebody waits; all who wait share a sync. Writes are kept whole: none is half in a commit.
 *
 * <p>When a commit or sync fails the file is closed at once and every later call fails, because nobody knows what the
 * operating system still holds; the next start reads what is really on disk.
 */
final class StoreFile implements StoreSync, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoreFile.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CACHE_MEGABYTES = 64;
    private static final int FILL_PERCENT = 50;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private final MVStore store;
    private final ReentrantReadWriteLock whole = new ReentrantReadWriteLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread committer;
    private long wanted;
    private long synced;
    private boolean closing;
    private @Nullable RuntimeException broken;

    private StoreFile(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.committer =
                Thread.ofPlatform().name("store-" + file.getFileName()).daemon().unstarted(this::commitAlways);
    }

    /** Opens or makes it. One that is torn is moved aside, with a warning, and an empty one takes its place. */
    static StoreFile open(Path file) {
        StoreFile opened;
        try {
            opened = new StoreFile(file, openStore(file));
        } catch (MVStoreException torn) {
            if (torn.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException(
                        "The store " + file + " is open in another process. Stop the other hub, or give this one its"
                                + " own data folder.",
                        torn);
            }
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The store " + file + " is torn. It is moved to " + moveAside(file)
                            + " and an empty one takes its place; what is derived is made again from the log",
                    torn);
            opened = new StoreFile(file, openStore(file));
        }
        opened.committer.start();
        return opened;
    }

    private static MVStore openStore(Path file) {
        return SteadyFiles.store(SteadyFiles.nameOf(file), CACHE_MEGABYTES);
    }

    private static Path moveAside(Path file) {
        try {
            for (int i = 1; ; i++) {
                Path aside = file.resolveSibling(file.getFileName() + ".torn-" + i);
                if (!Files.exists(aside)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The torn store " + file + " cannot be moved aside", failure);
        }
    }

    MVStore store() {
        return store;
    }

    @Override
    public void writing(Runnable write) {
        whole.readLock().lock();
        try {
            write.run();
        } finally {
            whole.readLock().unlock();
        }
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            long mine = ++wanted;
            asked.signal();
            while (synced < mine && broken == null && !closing) {
                done.awaitUninterruptibly();
            }
            if (synced < mine) {
                throw new IllegalStateException(
                        "The store " + file + (broken == null ? " is closed" : " could not be synced"), broken);
            }
        } finally {
            lock.unlock();
        }
    }

    private void commitAlways() {
        boolean last = false;
        while (!last) {
            long upTo = nextRound();
            lock.lock();
            try {
                last = closing;
            } finally {
                lock.unlock();
            }
            try {
                commitAndSync();
                tell(upTo, null);
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.ERROR, "The store " + file + " could not be synced; it is closed", failure);
                store.closeImmediately();
                tell(0, failure);
                return;
            }
        }
    }

    private void commitAndSync() {
        boolean changed;
        whole.writeLock().lock();
        try {
            changed = store.hasUnsavedChanges();
            if (changed) {
                store.commit();
            }
        } finally {
            whole.writeLock().unlock();
        }
        if (changed) {
            store.sync();
        } else {
            compactWhenIdle();
        }
    }

    private void compactWhenIdle() {
        if (store.getFillRate() < FILL_PERCENT) {
            store.compact(FILL_PERCENT, COMPACT_BYTES);
        }
    }

    private long nextRound() {
        lock.lock();
        try {
            if (wanted == synced && !closing) {
                asked.awaitNanos(PAUSE.toNanos());
            }
            return wanted;
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private void tell(long upTo, @Nullable RuntimeException failure) {
        lock.lock();
        try {
            synced = Math.max(synced, upTo);
            broken = failure;
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            asked.signal();
            done.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!store.isClosed()) {
            store.close();
        }
    }
}
