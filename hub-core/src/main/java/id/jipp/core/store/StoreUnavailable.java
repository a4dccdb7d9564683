package id.jipp.core.store;

import org.jspecify.annotations.Nullable;

/** The documents cannot be read or written now: their file was closed after a write that failed, or the database is gone. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
