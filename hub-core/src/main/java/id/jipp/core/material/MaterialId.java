package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.seminar.SeminarId;
import java.util.Optional;

/**
 * A material: a file as it belongs to a seminar. The same file may belong to several; taking it away from one leaves it
 * to the others.
 */
public record MaterialId(SeminarId seminar, Hash file) {
    private static final int HASH_CHARS = Hash.BYTES * 2;

    /** Empty if the text is not an id. */
    static Optional<MaterialId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return SeminarId.parse(text.substring(0, slash))
                .flatMap(seminar -> fileOf(text.substring(slash + 1)).map(file -> new MaterialId(seminar, file)));
    }

    /** The hash that is written so; empty for anything but 64 lower-case hexadecimal digits. */
    public static Optional<Hash> fileOf(String text) {
        return text.matches("[0-9a-f]{" + HASH_CHARS + "}") ? Optional.of(Hash.parse(text)) : Optional.empty();
    }

    /** {@code bali.k3v9x2m7q4hd8f0c/9f86d0…}: the key of its documents. */
    @Override
    public String toString() {
        return seminar + "/" + file;
    }
}
