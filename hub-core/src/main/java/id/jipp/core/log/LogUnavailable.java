package id.jipp.core.log;

import org.jspecify.annotations.Nullable;

/** The log cannot be read or written: the disk is full or broken, the database is gone, or a stream of ours is frozen. */
public final class LogUnavailable extends RuntimeException {
    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** This hub has signed two entries under one number there, and nobody takes more of it. */
    public static LogUnavailable frozen(StreamName own) {
        return new LogUnavailable(
                "This hub's own stream " + own
                        + " is frozen: it was signed twice, because an old backup was put back or"
                        + " the key is used on two machines. No hub takes more of it",
                null);
    }
}
