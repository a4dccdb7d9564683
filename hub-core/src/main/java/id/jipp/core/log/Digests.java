package id.jipp.core.log;

/** Answers what this hub holds, for those who may ask but not read the log. Thread-safe. */
public final class Digests {
    private final HubLog log;

    public Digests(HubLog log) {
        this.log = log;
    }

    public Digest now() {
        return Digest.of(log.heads());
    }
}
