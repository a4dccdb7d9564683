package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.util.Optional;

/** A file on its way from a person to this hub: 32 of 0-9 and a-f that nobody can guess. */
public record UploadId(String value) {
    private static final String FORM = "[0-9a-f]{32}";
    private static final int CHARS = 32;

    public UploadId {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("An upload's id is 32 of 0-9 and a-f");
        }
    }

    /** Empty if the text is not an id. */
    public static Optional<UploadId> parse(String text) {
        return text.matches(FORM) ? Optional.of(new UploadId(text)) : Optional.empty();
    }

    static UploadId of(Hash key) {
        return new UploadId(key.toString().substring(0, CHARS));
    }

    @Override
    public String toString() {
        return value;
    }
}
