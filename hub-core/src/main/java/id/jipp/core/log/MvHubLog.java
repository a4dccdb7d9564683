package id.jipp.core.log;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.disk.FolderFormat;
import id.jipp.core.disk.HighWater;
import id.jipp.core.disk.SteadyFiles;
import id.jipp.core.log.LogWrite.Accept;
import id.jipp.core.log.LogWrite.Append;
import id.jipp.core.log.LogWrite.Freeze;
import id.jipp.core.log.LogWrite.Nudge;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The log in one file of H2's MVStore. One thread writes: it takes all that wait, puts them, commits and syncs once, and
 * then answers all. Readers see only what was synced.
 *
 * <p>New entries are refused while the disk is nearly full. When it refuses a write all the same, or a sync fails,
 * nothing of that group is acknowledged; the file is let go without another write and opened afresh, because after a
 * failed sync nobody knows what the operating system still holds. What was not acknowledged is taken back before the
 * next write. Until the file is open again every call throws {@link LogUnavailable}.
 *
 * <p>An erased payload is gone from the log at once; its bytes stay in unused parts of the file until MVStore uses those
 * again.
 */
public final class MvHubLog implements HubLog {
    private static final System.Logger LOG = System.getLogger(MvHubLog.class.getName());
    private static final int GROUP_ENTRIES_MAX = 4_096;
    private static final int WAITING_MAX = 10_000;
    private static final long REOPEN_MILLIS = 500;

    private final String fileName;
    private final HighWater reached;
    private final DiskReserve reserve;
    private final EntryAuthor author;
    private final AuthorKeys keys;
    private final BlockingQueue<LogWrite<?>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final List<Runnable> hints = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private volatile @Nullable LogView view;
    private volatile Position acknowledged;
    private volatile @Nullable String trouble;
    private volatile @Nullable String damage;
    private volatile boolean closed;
    private volatile boolean finished;
    private volatile boolean shortened;

    private MvHubLog(
            String fileName,
            HighWater reached,
            DiskReserve reserve,
            LogView first,
            EntryAuthor author,
            AuthorKeys keys) {
        this.fileName = fileName;
        this.reached = reached;
        this.reserve = reserve;
        this.shortened = reached.marked() > first.last().value();
        this.author = author;
        this.keys = keys;
        this.acknowledged = first.last();
        this.view = first;
        this.writer = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::writeAll);
    }

    /**
     * Opens {@code folder/log.mv}, or makes it.
     *
     * @throws IllegalStateException if another process has it open, a version this program does not know wrote it, or the
     *     file of a log that was there before is gone or unreadable
     */
    public static MvHubLog open(Path folder, Signer signer, AuthorKeys keys, Clock clock) {
        String fileName = SteadyFiles.nameOf(folder.resolve("log.mv"));
        return open(folder, fileName, DiskReserve.of(folder), signer, keys, clock, new SecureRandom());
    }

    static MvHubLog open(
            Path folder,
            String fileName,
            DiskReserve reserve,
            Signer signer,
            AuthorKeys keys,
            Clock clock,
            RandomGenerator salts) {
        MvHubLog log = new MvHubLog(
                fileName,
                new HighWater(folder.resolve("reached")),
                reserve,
                first(folder, fileName),
                new EntryAuthor(signer, clock, salts),
                keys);
        log.writer.start();
        return log;
    }

    private static LogView first(Path folder, String fileName) {
        try {
            FolderFormat format = new FolderFormat(folder, "jipp-log 1");
            if (format.isThere()) {
                return MvLogStore.open(fileName, null);
            }
            LogView made = MvLogStore.make(fileName);
            try {
                format.write();
            } catch (IOException full) {
                made.store().abandon();
                throw full;
            }
            return made;
        } catch (IOException broken) {
            throw new LogUnavailable("The folder " + folder + " cannot be read or written", broken);
        }
    }

    @Override
    public List<PlacedEntry> append(StreamName stream, List<NewEntry> news) {
        RangeSize.check(news.size());
        refuseWhenFull();
        List<PlacedEntry> placed = answerTo(new Append(stream, List.copyOf(news)));
        hints.forEach(Runnable::run);
        return placed;
    }

    @Override
    public Acceptance accept(EntryRange range) {
        return switch (EntryRules.check(range, keys)) {
            case EntryRules.Checked.Wrong wrong -> new Acceptance.Rejected(wrong.reason());
            case EntryRules.Checked.Right right -> {
                refuseWhenFull();
                Acceptance answer = answerTo(new Accept(right));
                if (answer instanceof Acceptance.Accepted) {
                    hints.forEach(Runnable::run);
                }
                yield answer;
            }
        };
    }

    @Override
    public boolean freeze(Fork proof) {
        return EntryRules.proves(proof, keys) && answerTo(new Freeze(proof));
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax) {
        return reading(view -> view.read(stream, after, entriesMax, bytesMax));
    }

    @Override
    public List<PlacedEntry> readFrom(Position after, int entriesMax) {
        return reading(view -> view.store().entriesFrom(after, view.last(), entriesMax));
    }

    @Override
    public Heads heads() {
        return reading(LogView::allHeads);
    }

    @Override
    public Head head(StreamId stream) {
        return reading(view -> view.head(stream));
    }

    @Override
    public boolean holds(StreamId stream, Head head) {
        return reading(view -> view.holds(stream, head));
    }

    @Override
    public Position last() {
        return acknowledged;
    }

    @Override
    public List<Fork> forks() {
        return reading(view -> List.copyOf(view.forks().values()));
    }

    @Override
    public boolean isShortened() {
        return shortened;
    }

    /** What is still missing then is nobody's any more; from now on the log counts from where it is. */
    @Override
    public void ownStreamsAreWhole() {
        if (shortened) {
            shortened = false;
            reached.set(acknowledged.value());
        }
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble)
                .or(() -> Optional.ofNullable(damage))
                .or(reserve::trouble);
    }

    @Override
    public Runnable onAdded(Runnable hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    /** Writes what still waits, then closes the file. */
    @Override
    public void close() {
        closed = true;
        waiting.offer(new Nudge(new CompletableFuture<>()));
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseWhenFull() {
        reserve.trouble().ifPresent(why -> {
            throw new LogUnavailable(why, null);
        });
    }

    private <A> A answerTo(LogWrite<A> write) {
        if (closed || !waiting.offer(write)) {
            throw new LogUnavailable(closed ? "The log is closed" : "Too many writes wait", null);
        }
        if (finished) {
            failAll(new LogUnavailable("The log is closed", null));
        }
        try {
            return write.answer().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? asSeenHere(cause) : failure;
        }
    }

    /** The caller's own stack in front of the writer's. */
    private static RuntimeException asSeenHere(RuntimeException cause) {
        return cause instanceof LogUnavailable unavailable
                ? new LogUnavailable(String.valueOf(unavailable.getMessage()), unavailable)
                : new IllegalStateException(cause.getMessage(), cause);
    }

    private <A> A reading(Function<LogView, A> read) {
        LogView now = view;
        if (now == null) {
            throw new LogUnavailable("The log is " + (closed ? "closed" : "being opened again"), null);
        }
        try {
            return read.apply(now);
        } catch (EntryRecord.DamagedRecord damaged) {
            damage = "The log has a damaged record, and what comes behind it is not shown: " + damaged.getMessage()
                    + ". Restore the log from a backup; what others hold of it comes back from them";
            throw new LogUnavailable("The log has a damaged record: " + damaged.getMessage(), damaged);
        } catch (RuntimeException broken) {
            // A turned bit in its own pages makes H2 fail in many ways.
            throw new LogUnavailable("The log cannot be read now: " + broken.getMessage(), broken);
        }
    }

    private void writeAll() {
        while (!closed || !waiting.isEmpty()) {
            List<LogWrite<?>> group = nextGroup();
            try {
                LogView now = opened();
                if (!group.isEmpty()) {
                    write(now, group);
                } else if (trouble != null) {
                    now.store().probe();
                }
                recover();
                reached.raise(acknowledged.value());
            } catch (RuntimeException failure) {
                abandon(failure);
                LogUnavailable told = new LogUnavailable("The log could not be written: " + rootOf(failure), failure);
                group.forEach(write -> write.answer().completeExceptionally(told));
            }
        }
        closeFile();
        reached.raiseLast(acknowledged.value());
        finished = true;
        failAll(new LogUnavailable("The log is closed", null));
    }

    /** All that was acknowledged is on disk already; closing only tidies up. */
    private void closeFile() {
        LogView last = view;
        view = null;
        try {
            if (last != null) {
                last.store().close();
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "The log's file was not closed as it should be", failure);
            last.store().abandon();
        }
    }

    private void failAll(LogUnavailable why) {
        for (LogWrite<?> write = waiting.poll(); write != null; write = waiting.poll()) {
            write.answer().completeExceptionally(why);
        }
    }

    private List<LogWrite<?>> nextGroup() {
        List<LogWrite<?>> group = new ArrayList<>();
        try {
            LogWrite<?> first = waiting.poll(REOPEN_MILLIS, TimeUnit.MILLISECONDS);
            int entries = 0;
            for (LogWrite<?> next = first; next != null; next = entries < GROUP_ENTRIES_MAX ? waiting.poll() : null) {
                group.add(next);
                entries += next.entries();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
        return group;
    }

    private LogView opened() {
        LogView now = view;
        if (now != null && !now.store().isClosed()) {
            return now;
        }
        LogView fresh = MvLogStore.open(fileName, acknowledged);
        if (acknowledged.isAfter(fresh.last())) {
            fresh.store().abandon();
            throw new IllegalStateException("The log acknowledged entries up to " + acknowledged.value()
                    + " and its file has them up to " + fresh.last().value());
        }
        view = fresh;
        return fresh;
    }

    private void write(LogView now, List<LogWrite<?>> group) {
        LogGroup writing = new LogGroup(now, author);
        List<Runnable> answers = new ArrayList<>();
        for (LogWrite<?> write : group) {
            answers.add(put(writing, write));
        }
        writing.finish();
        now.store().commitAndSync();
        LogView after = writing.view();
        acknowledged = after.last();
        view = after;
        answers.forEach(Runnable::run);
    }

    /** Puts one write; what it returns answers it, once all is on disk. */
    private static Runnable put(LogGroup writing, LogWrite<?> write) {
        return switch (write) {
            case Append append -> later(append, writing.append(append.stream(), append.news()));
            case Accept accept -> later(accept, writing.accept(accept.range()));
            case Freeze freeze -> later(freeze, writing.freeze(freeze.proof()));
            case Nudge nudge -> later(nudge, () -> true);
        };
    }

    private static <A> Runnable later(LogWrite<A> write, Supplier<A> answer) {
        return () -> {
            try {
                write.answer().complete(answer.get());
            } catch (LogUnavailable | IllegalStateException refused) {
                write.answer().completeExceptionally(refused);
            }
        };
    }

    private void recover() {
        if (trouble != null) {
            trouble = null;
            LOG.log(System.Logger.Level.INFO, "The log can be written again");
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private void abandon(RuntimeException failure) {
        boolean first = trouble == null;
        trouble = "The log cannot be written: " + rootOf(failure)
                + ". Nothing that was acknowledged is lost; it goes on" + " by itself once that is mended";
        if (first) {
            LOG.log(System.Logger.Level.ERROR, trouble, failure);
        }
        LogView broken = view;
        view = null;
        if (broken != null) {
            broken.store().abandon();
        }
    }
}
