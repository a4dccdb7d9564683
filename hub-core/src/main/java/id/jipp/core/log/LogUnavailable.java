package id.jipp.core.log;

import org.jspecify.annotations.Nullable;

/** The log cannot be read or written now: the disk is full or broken, or the database is gone. */
public final class LogUnavailable extends RuntimeException {
    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
