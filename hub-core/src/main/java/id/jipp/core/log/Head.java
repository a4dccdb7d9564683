package id.jipp.core.log;

/** The newest entry of a stream that a hub holds: its number and its header's hash. */
public record Head(long seq, Hash hash) {
    public static final Head NONE = new Head(0, Hash.NONE);
}
