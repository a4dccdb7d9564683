package id.jipp.ui.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, but never for ever. */
final class Waiting {
    private static final long MINUTES_MAX = 10;
    private static final long LOOK_AGAIN_MILLIS = 50;

    private Waiting() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /** Looks 20 times a second; {@code what} says what did not come true. */
    static void until(Condition condition, String what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_MAX);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Within " + MINUTES_MAX + " minutes it did not come true: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    static void until(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(MINUTES_MAX, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Within " + MINUTES_MAX + " minutes it did not come true: " + what);
        }
    }
}
