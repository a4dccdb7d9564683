package id.jipp.core.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.jipp.core.log.Entry;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PayloadJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What was written down about a material. The forms are frozen; their bytes lie in the test resources. */
sealed interface MaterialEvent {
    String FAMILY = "material.";

    /** Of the seminar it belongs to, with its hub. */
    String seminar();

    /** SHA-256 of the whole file, 64 lower-case hexadecimal digits. */
    String file();

    int revision();

    /**
     * All of a material that its hub shares, as it is from then on.
     *
     * @param type its media type as its hub found it
     * @param chunks the hashes of its chunks, one after the other, in base64
     * @param consent always true where our own hub wrote it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({
        "seminar",
        "file",
        "revision",
        "name",
        "type",
        "bytes",
        "chunks",
        "title",
        "kind",
        "licence",
        "consent"
    })
    record ToldV1(
            String seminar,
            String file,
            int revision,
            String name,
            String type,
            long bytes,
            String chunks,
            String title,
            @Nullable String kind,
            String licence,
            boolean consent)
            implements MaterialEvent {}

    /** It is shared no more, and whoever has the file for its sake alone is to remove it. */
    @JsonPropertyOrder({"seminar", "file", "revision"})
    record WithdrawnV1(String seminar, String file, int revision) implements MaterialEvent {}

    default NewEntry toEntry() {
        String kind = switch (this) {
            case ToldV1 told -> "material.told";
            case WithdrawnV1 withdrawn -> "material.withdrawn";
        };
        return new NewEntry(kind, 1, PayloadJson.MAPPER.writeValueAsBytes(this));
    }

    default String id() {
        return seminar() + "/" + file();
    }

    static boolean isMeantBy(Entry entry) {
        return entry.stream().name().isPublic() && entry.header().kind().startsWith(FAMILY);
    }

    /**
     * Empty if the payload is erased, of a kind or version we do not know, malformed, says of a file what no file is, or
     * is about another hub's seminar.
     */
    static Optional<MaterialEvent> of(Entry entry) {
        byte[] content = entry.content();
        Class<? extends MaterialEvent> form = formOf(entry);
        if (content == null || form == null) {
            return Optional.empty();
        }
        try {
            MaterialEvent event = PayloadJson.MAPPER.readValue(content, form);
            return event != null && isWhole(event) && isAuthorsOwn(event, entry)
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable Class<? extends MaterialEvent> formOf(Entry entry) {
        if (!isMeantBy(entry) || entry.header().kindVersion() != 1) {
            return null;
        }
        return switch (entry.header().kind()) {
            case "material.told" -> ToldV1.class;
            case "material.withdrawn" -> WithdrawnV1.class;
            default -> null;
        };
    }

    /** JSON may leave anything out, whatever the record declares. */
    @SuppressWarnings("ConstantValue")
    private static boolean isWhole(MaterialEvent event) {
        if (event.seminar() == null
                || event.file() == null
                || event.revision() < 1
                || MaterialId.fileOf(event.file()).isEmpty()) {
            return false;
        }
        return switch (event) {
            case WithdrawnV1 withdrawn -> true;
            case ToldV1 told ->
                told.name() != null
                        && told.chunks() != null
                        && PackedManifest.read(told.file(), told.bytes(), told.chunks())
                                .isPresent();
        };
    }

    private static boolean isAuthorsOwn(MaterialEvent event, Entry entry) {
        return MaterialId.parse(event.id())
                .filter(id -> id.seminar().hub().equals(entry.stream().hub()))
                .isPresent();
    }
}
