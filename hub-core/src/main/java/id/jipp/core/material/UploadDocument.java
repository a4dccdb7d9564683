package id.jipp.core.material;

import id.jipp.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is kept.
 *
 * @param offset how many bytes were forced to disk before this was written
 * @param touchedAt in milliseconds since 1970
 * @param type the name of its {@link FileType} once it was judged
 */
record UploadDocument(
        String id,
        String owner,
        String name,
        long bytes,
        long offset,
        long touchedAt,
        @Nullable String type) {
    static final Duration KEPT = Duration.ofHours(24);

    boolean isOf(PersonId person) {
        return owner.equals(person.toString());
    }

    boolean isOver(long nowMillis) {
        return nowMillis - touchedAt >= KEPT.toMillis();
    }

    UploadDocument upTo(long reached, long nowMillis) {
        return new UploadDocument(id, owner, name, bytes, reached, nowMillis, type);
    }

    UploadDocument judged(FileType as) {
        return new UploadDocument(id, owner, name, bytes, offset, touchedAt, as.name());
    }

    Upload toUpload() {
        return new Upload(
                new UploadId(id),
                name,
                bytes,
                offset,
                type == null ? null : FileType.valueOf(type).mediaType(),
                Instant.ofEpochMilli(touchedAt).plus(KEPT));
    }
}
