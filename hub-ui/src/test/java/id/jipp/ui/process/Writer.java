package id.jipp.ui.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A program that publishes one record after the other at one hub. What was not answered it asks again, under the same
 * key, until it is.
 */
final class Writer implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong();
    /** So that the machine has time for more than writing. */
    private static final Duration PACE = Duration.ofMillis(60);

    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    private final ProcessHub hub;
    private final String name;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    Writer(ProcessHub hub) {
        this.hub = hub;
        this.name = hub.id() + " " + NUMBERS.incrementAndGet();
        this.thread = Thread.ofVirtual().start(this::write);
    }

    ProcessHub hub() {
        return hub;
    }

    /** The titles of all the hub said are published. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int count) {
        int wanted = acknowledged.size() + count;
        await().atMost(ANSWER_MAX)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledged.size() >= wanted || failure != null);
        assertThat(failure).isNull();
    }

    private void write() {
        try {
            while (!ended) {
                String title = "Layanan " + name + " nomor " + acknowledged.size();
                await().atMost(ANSWER_MAX).pollInterval(PACE).until(() -> published(title));
                acknowledged.add(title);
            }
        } catch (RuntimeException | AssertionError wrong) {
            failure = wrong;
        }
    }

    private boolean published(String title) throws InterruptedException {
        try {
            Api.Answer answer = hub.api().publish(title);
            if (answer.status() == 200) {
                return true;
            }
            assertThat(answer.status()).as(answer.body()).isIn(409, 503);
            return false;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /** Begins no further call. */
    void end() {
        ended = true;
    }

    /** Ends once its last call is answered. */
    @Override
    public void close() throws InterruptedException {
        end();
        thread.join();
        assertThat(failure).isNull();
    }
}
