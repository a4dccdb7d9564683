package id.jipp.sync.protocol;

/** Bytes that are no frame, or a frame that breaks a limit. The message says what was expected and what came. */
public final class FrameViolation extends RuntimeException {
    public FrameViolation(String message) {
        super(message);
    }
}
