package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import id.jipp.core.store.QueryShapeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a log in MongoDB promises on top. */
abstract class MongoHubLogContract extends HubLogContract {
    private static final StreamId OWN = new StreamId(JATIM.hub(), StreamName.PUBLIC);

    private final QueryShapeListener shapes = new QueryShapeListener("position");

    abstract String uri();

    @Override
    protected HubLog open() {
        return open(command -> {});
    }

    private HubLog open(CommandStarted listener) {
        return MongoHubLog.open(uri(), JATIM, KEYS, CLOCK, shapes, listener);
    }

    @Override
    protected void afterwards() {
        shapes.assertOnlyKeys();
    }

    @FunctionalInterface
    private interface CommandStarted extends CommandListener {
        @Override
        void commandStarted(CommandStartedEvent command);
    }

    @Test
    @DisplayName("M1: two programs that append for one hub at once never use a number twice and leave none out")
    void twoProgramsAtOnce() throws Exception {
        try (HubLog one = open();
                HubLog other = open();
                var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<List<PlacedEntry>>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                HubLog log = i % 2 == 0 ? one : other;
                int count = 1 + i % 3;
                calls.add(() -> log.append(StreamName.PUBLIC, news(count)));
            }
            List<Long> seqs = new ArrayList<>();
            for (Future<List<PlacedEntry>> answer : pool.invokeAll(calls)) {
                answer.get().forEach(placed -> seqs.add(placed.entry().seq()));
            }
            assertThat(seqs)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 120).boxed().toList());
            assertThat(one.last()).isEqualTo(new Position(120)).isEqualTo(other.last());
            assertThat(one.head(OWN)).isEqualTo(other.head(OWN));
            assertThat(LogVerifier.verify(one, KEYS).problems()).isEmpty();
        }
    }

    @Test
    @DisplayName("M1: what one program takes in and another too is in the log once, in order")
    void twoProgramsTakeInTheSame() throws Exception {
        InMemoryHubLog bali = new InMemoryHubLog(BALI, KEYS, CLOCK, new java.util.Random(4));
        StreamId theirs = new StreamId(BALI.hub(), StreamName.PUBLIC);
        for (int i = 0; i < 30; i++) {
            bali.append(StreamName.PUBLIC, news(1 + i % 5));
        }
        try (HubLog one = open();
                HubLog other = open();
                var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Acceptance>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                HubLog log = i % 2 == 0 ? one : other;
                long upTo = 20 + 10L * i;
                calls.add(() -> log.accept(new EntryRange(theirs, bali.read(theirs, 0, (int) upTo, 1_000_000))));
            }
            for (Future<Acceptance> answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isInstanceOfAny(Acceptance.Accepted.class, Acceptance.AlreadyKnown.class);
            }
            assertThat(one.head(theirs)).isEqualTo(bali.head(theirs)).isEqualTo(other.head(theirs));
            assertThat(one.last().value()).isEqualTo(bali.head(theirs).seq());
            assertThat(LogVerifier.verify(other, KEYS).problems()).isEmpty();
        }
    }

    @Test
    @DisplayName("Appends that wait while one is written are inserted together, each with its own answer")
    @Timeout(120)
    void waitingAppendsAreInsertedTogether() throws Exception {
        CountDownLatch firstInserts = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> inserts = new CopyOnWriteArrayList<>();
        try (HubLog log = open(command -> {
            if (command.getCommandName().equals("insert")) {
                inserts.add(command.getCommandName());
                firstInserts.countDown();
                awaitQuietly(go);
            }
        })) {
            List<List<PlacedEntry>> answers = new CopyOnWriteArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                StreamName name = i % 2 == 0 ? StreamName.PUBLIC : StreamName.to(BALI.hub());
                threads.add(Thread.ofPlatform().start(() -> answers.add(log.append(name, news(2)))));
                if (i == 0) {
                    firstInserts.await();
                }
            }
            while (threads.stream().skip(1).anyMatch(thread -> thread.getState() != Thread.State.BLOCKED)) {
                Thread.onSpinWait();
            }
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(inserts).hasSize(2);
            assertThat(answers)
                    .hasSize(11)
                    .allSatisfy(answer -> assertThat(answer)
                            .hasSize(2)
                            .allSatisfy(placed -> assertThat(log.readFrom(
                                                    new Position(
                                                            placed.position().value() - 1),
                                                    1)
                                            .getFirst()
                                            .entry()
                                            .hash())
                                    .isEqualTo(placed.entry().hash())));
            assertThat(log.last()).isEqualTo(new Position(22));
            assertThat(LogVerifier.verify(log, KEYS).problems()).isEmpty();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
