package id.jipp.core.store;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.disk.HighWater;
import id.jipp.core.disk.SteadyFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One MVStore file of the embedded engine. A thread commits and syncs it every second when something changed, and at
 * once when somebody waits; all who wait share a sync. Writes are kept whole: none is half in a commit.
 *
 * <p>When a commit or sync fails the file is closed at once and every later call fails, because nobody knows what the
 * operating system still holds; the next start reads what is really on disk. So that a full disk does not come to that,
 * what people write is refused before.
 */
final class StoreFile implements StoreSync, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoreFile.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CACHE_MEGABYTES = 64;
    private static final String TORN = ".torn-";
    private static final String RESTORE =
            "Restore it from a backup; to begin without accounts, links and drafts, move the files of this folder away.";
    private static final int FILL_PERCENT = 50;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private final MVStore store;
    private final @Nullable HighWater reached;
    private final @Nullable DiskReserve reserve;
    private final boolean shortened;
    private final ReentrantReadWriteLock whole = new ReentrantReadWriteLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread committer;
    private long wanted;
    private long synced;
    private boolean closing;
    private @Nullable RuntimeException broken;

    /**
     * @param reached how far it has come; null where it does not matter that it goes back
     * @param reserve what of the disk it leaves to others; null where it may take the last byte
     */
    private StoreFile(Path file, MVStore store, @Nullable HighWater reached, @Nullable DiskReserve reserve) {
        this.file = file;
        this.store = store;
        this.reached = reached;
        this.reserve = reserve;
        this.shortened = reached != null && reached.marked() > store.getCurrentVersion();
        this.committer =
                Thread.ofPlatform().name("store-" + file.getFileName()).daemon().unstarted(this::commitAlways);
    }

    /** Opens or makes one that can be made again. A torn one is moved aside, and an empty one takes its place. */
    static StoreFile derived(Path file) {
        MVStore store;
        try {
            store = openStore(file);
        } catch (RuntimeException refused) {
            refuseUnlessTorn(file, refused);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The store " + file + " is torn. It is moved to " + moveAside(file)
                            + " and an empty one takes its place; what is derived is made again from the log",
                    refused);
            store = openStore(file);
        }
        return started(new StoreFile(file, store, null, null));
    }

    /**
     * Opens or makes one whose documents exist nowhere else. A torn one is taken back to its last good state, and stays
     * beside it.
     *
     * @param wasThere whether something was ever kept in it; what a power cut left of its making is moved aside
     * @throws IllegalStateException if it is gone, or torn and has no good state; it is never begun anew
     */
    static StoreFile kept(Path file, boolean wasThere) {
        if (wasThere && isGone(file)) {
            throw new IllegalStateException(
                    "The store " + file + " is gone, but its folder says that it was there. " + RESTORE);
        }
        DiskReserve reserve =
                DiskReserve.of(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try {
            MVStore store = openStore(file);
            if (LastGoodState.isWhole(store)) {
                return started(new StoreFile(file, store, reached(file), reserve));
            }
            store.closeImmediately();
        } catch (RuntimeException refused) {
            refuseUnlessTorn(file, refused);
        }
        if (wasThere) {
            takeBack(file);
        } else {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The store " + file + " was torn before anything was kept in it; it is moved to "
                            + moveAside(file));
        }
        return started(new StoreFile(file, openStore(file), reached(file), reserve));
    }

    private static HighWater reached(Path file) {
        return new HighWater(file.resolveSibling(file.getFileName() + ".reached"));
    }

    private static boolean isGone(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The store " + file + " cannot be read", unreadable);
        }
    }

    private static void takeBack(Path file) {
        Path torn = aside(file);
        try {
            if (!LastGoodState.restore(file, torn)) {
                throw new IllegalStateException("The store " + file
                        + " is torn, and no earlier state in it can be read. Accounts, links and drafts are in it. "
                        + RESTORE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The torn store " + file + " cannot be taken back", failure);
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "The store " + file + " was torn and is taken back to its last good state: accounts, links and drafts"
                        + " may be as they were a moment before. The torn file is " + torn);
    }

    /** Over a store that is open already; for one that fails on purpose. */
    static StoreFile over(Path file, MVStore store, DiskReserve reserve) {
        return started(new StoreFile(file, store, null, reserve));
    }

    private static StoreFile started(StoreFile opened) {
        if (opened.shortened) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The store " + opened.file + " ends before what was acknowledged: accounts, links and drafts may be"
                            + " as they were a moment before");
        }
        opened.committer.start();
        return opened;
    }

    /** Passes on what is no matter of the file's content. */
    private static void refuseUnlessTorn(Path file, RuntimeException refused) {
        int code = refused instanceof MVStoreException known ? known.getErrorCode() : DataUtils.ERROR_INTERNAL;
        switch (code) {
            case DataUtils.ERROR_FILE_LOCKED ->
                throw new IllegalStateException(
                        "The store " + file + " is open in another process. Stop the other hub, or give this one its"
                                + " own data folder.",
                        refused);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                throw new IllegalStateException(
                        "The store " + file + " was written by another version: " + refused.getMessage(), refused);
            case DataUtils.ERROR_WRITING_FAILED -> throw refused;
            case DataUtils.ERROR_READING_FAILED -> {
                if (!(refused.getCause() instanceof EOFException)) {
                    throw refused;
                }
            }
            default -> {}
        }
    }

    private static MVStore openStore(Path file) {
        try {
            if (Files.exists(toForget(file)) && !isGone(file)) {
                WrittenAnew.write(file);
            }
            Files.deleteIfExists(toForget(file));
        } catch (IOException full) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The store " + file + " was not written anew; what was erased may still lie in it, and the next"
                            + " start tries again",
                    full);
        }
        return SteadyFiles.store(SteadyFiles.nameOf(file), CACHE_MEGABYTES);
    }

    private static Path moveAside(Path file) {
        try {
            return Files.move(file, aside(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("The torn store " + file + " cannot be moved aside", failure);
        }
    }

    private static Path aside(Path file) {
        int i = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + TORN + i))) {
            i++;
        }
        return file.resolveSibling(file.getFileName() + TORN + i);
    }

    /** The torn files that lie beside it. */
    List<Path> torn() {
        try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
            return beside.filter(each -> each.getFileName().toString().startsWith(file.getFileName() + TORN))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Whether what is in it ends before what was acknowledged. */
    boolean isShortened() {
        return shortened;
    }

    /** Why it takes nothing more; empty while it does. */
    Optional<String> trouble() {
        lock.lock();
        try {
            return broken == null
                    ? Optional.empty()
                    : Optional.of("The store " + file + " could not be written and is closed: " + broken.getMessage()
                            + ". What was acknowledged is safe; mend the disk, and the hub starts again by itself");
        } finally {
            lock.unlock();
        }
    }

    MVStore store() {
        return store;
    }

    @Override
    public void writing(Runnable write) {
        trouble().ifPresent(why -> {
            throw new StoreUnavailable(why, broken);
        });
        if (reserve != null) {
            reserve.trouble().ifPresent(why -> {
                throw new StoreUnavailable(why, null);
            });
        }
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
                throw new StoreUnavailable(
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
            mark(store.getCurrentVersion());
        } else {
            compactWhenIdle();
        }
    }

    /** What was taken back counts from where it is. */
    private void mark(long version) {
        if (reached != null && version < reached.marked()) {
            reached.set(version);
        } else if (reached != null) {
            reached.raise(version);
        }
    }

    /** The next start writes the file anew, without what is not in it any more: only then nobody else holds it open. */
    void forgetRemoved() {
        try {
            Files.write(toForget(file), new byte[0]);
        } catch (IOException full) {
            throw new UncheckedIOException("The store " + file + " could not be marked to be written anew", full);
        }
    }

    private static Path toForget(Path file) {
        return file.resolveSibling(file.getFileName() + ".forget");
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
            if (reached != null) {
                reached.raiseLast(store.getCurrentVersion());
            }
            store.close();
        }
    }
}
