package id.jipp.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HubIdentity bali = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
    private final HubLog log = new InMemoryHubLog(bali, hub -> bali.publicKey(), Clock.systemUTC(), new Random(1));
    private final Projections projections = new Projections(log);

    @AfterEach
    void close() {
        projections.close();
    }

    @Test
    void whatWasThereBeforeIsCaughtUpInOrder() {
        append(2_500);
        Recorder recorder = new Recorder();
        projections.follow(recorder);

        assertThat(projections.await(log.last(), LONG)).isTrue();
        assertThat(recorder.applied).containsExactlyElementsOf(upTo(2_500));
    }

    @Test
    void whatComesIsFollowed() {
        Recorder recorder = new Recorder();
        projections.follow(recorder);
        for (int i = 0; i < 50; i++) {
            append(1);
            assertThat(projections.await(log.last(), LONG)).isTrue();
        }
        assertThat(recorder.applied).containsExactlyElementsOf(upTo(50));
        assertThat(projections.behind()).isZero();
    }

    @Test
    void onlyWhatIsAfterTheCheckpointIsApplied() {
        append(10);
        Recorder recorder = new Recorder();
        recorder.checkpoint = new Position(7);
        projections.follow(recorder);

        assertThat(projections.await(log.last(), LONG)).isTrue();
        assertThat(recorder.applied).containsExactly(8L, 9L, 10L);
    }

    @Test
    @DisplayName("C7: one that fails is tried again from what it kept, and misses nothing")
    void failingIsTriedAgainFromTheCheckpoint() {
        append(3);
        Recorder recorder = new Recorder() {
            private int failures = 2;

            @Override
            public void apply(List<PlacedEntry> entries) {
                super.apply(entries);
                if (failures-- > 0) {
                    checkpoint = new Position(1);
                    throw new IllegalStateException("the store is gone for a moment");
                }
            }
        };
        projections.follow(recorder);

        assertThat(projections.await(log.last(), LONG)).isTrue();
        assertThat(recorder.applied).containsExactly(1L, 2L, 3L, 2L, 3L, 2L, 3L);
    }

    @Test
    @DisplayName("C7: one whose checkpoint cannot be read after a failure applies nothing before it can")
    void aCheckpointThatCannotBeRead() {
        append(3);
        Recorder recorder = new Recorder() {
            private boolean failed;
            private int unreadable;

            @Override
            public void apply(List<PlacedEntry> entries) {
                super.apply(entries);
                if (!failed) {
                    failed = true;
                    unreadable = 2;
                    checkpoint = new Position(1);
                    throw new IllegalStateException("the store is gone");
                }
            }

            @Override
            public Position checkpoint() {
                if (unreadable-- > 0) {
                    throw new IllegalStateException("the store is still gone");
                }
                return super.checkpoint();
            }
        };
        projections.follow(recorder);

        assertThat(projections.await(log.last(), LONG)).isTrue();
        assertThat(recorder.applied).containsExactly(1L, 2L, 3L, 2L, 3L);
    }

    @Test
    void anErrorDoesNotEndTheFollowing() {
        append(1);
        Recorder recorder = new Recorder() {
            private boolean first = true;

            @Override
            public void apply(List<PlacedEntry> entries) {
                if (first) {
                    first = false;
                    throw new StackOverflowError("deep");
                }
                super.apply(entries);
            }
        };
        projections.follow(recorder);
        assertThat(projections.await(log.last(), LONG)).isTrue();
    }

    @Test
    void aSlowOneDelaysNoOther() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch quickDone = new CountDownLatch(1);
        Recorder slow = new Recorder() {
            @Override
            public void apply(List<PlacedEntry> entries) {
                awaitQuietly(release);
                super.apply(entries);
            }
        };
        Recorder quick = new Recorder() {
            @Override
            public void announce() {
                quickDone.countDown();
            }
        };
        projections.follow(slow);
        projections.follow(quick);
        append(1);

        quickDone.await();
        assertThat(quick.applied).containsExactly(1L);
        assertThat(slow.applied).isEmpty();
        assertThat(projections.behind()).isEqualTo(1);
        release.countDown();
        assertThat(projections.await(log.last(), LONG)).isTrue();
    }

    @Test
    void waitingHasABoundAndListenersHearAfterTheCheckpoint() {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Position> keptWhenTold = new CompletableFuture<>();
        Recorder recorder = new Recorder() {
            @Override
            public void apply(List<PlacedEntry> entries) {
                awaitQuietly(release);
                super.apply(entries);
            }

            @Override
            public void announce() {
                keptWhenTold.complete(checkpoint());
            }
        };
        projections.follow(recorder);
        append(1);

        assertThat(projections.await(log.last(), Duration.ofMillis(20))).isFalse();
        release.countDown();
        assertThat(projections.await(log.last(), LONG)).isTrue();
        assertThat(keptWhenTold.join()).isEqualTo(log.last());
    }

    @Test
    void closingFinishesTheBatchInHandWithoutInterruptingItAndReleasesWhoWaits() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Recorder recorder = new Recorder() {
            @Override
            public void apply(List<PlacedEntry> entries) {
                inside.countDown();
                awaitQuietly(release);
                interrupted.complete(Thread.currentThread().isInterrupted());
                super.apply(entries);
            }
        };
        projections.follow(recorder);
        append(1);
        inside.await();
        CompletableFuture<Boolean> waiter =
                CompletableFuture.supplyAsync(() -> projections.await(new Position(99), LONG));
        Thread closing = Thread.ofPlatform().start(projections::close);

        assertThat(waiter.get()).isFalse();
        release.countDown();
        closing.join();
        assertThat(interrupted.get()).isFalse();
        assertThat(recorder.applied).containsExactly(1L);
        append(1);
        assertThat(recorder.applied).containsExactly(1L);
    }

    private void append(int count) {
        for (int from = 0; from < count; from += 1_000) {
            log.append(
                    StreamName.PUBLIC,
                    IntStream.range(from, Math.min(count, from + 1_000))
                            .mapToObj(i -> new NewEntry("test.happened", 1, new byte[8]))
                            .toList());
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static class Recorder implements Projection {
        final List<Long> applied = Collections.synchronizedList(new ArrayList<>());
        volatile Position checkpoint = Position.START;

        @Override
        public String name() {
            return "recorder_v1";
        }

        @Override
        public Position checkpoint() {
            return checkpoint;
        }

        @Override
        public void apply(List<PlacedEntry> entries) {
            entries.forEach(placed -> applied.add(placed.position().value()));
            checkpoint = entries.getLast().position();
        }

        @Override
        public void announce() {}
    }
}
