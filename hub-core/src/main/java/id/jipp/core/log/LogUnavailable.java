package id.jipp.core.log;

/** The log cannot be read or written now: the disk is full or broken, or the database is gone. */
public final class LogUnavailable extends RuntimeException {
    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
