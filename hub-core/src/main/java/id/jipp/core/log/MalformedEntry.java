package id.jipp.core.log;

/** Bytes that claim to be an entry and are not; the message says what was expected and what came. */
public final class MalformedEntry extends RuntimeException {
    MalformedEntry(String message) {
        super(message);
    }
}
