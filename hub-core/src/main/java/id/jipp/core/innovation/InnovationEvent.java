package id.jipp.core.innovation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.jipp.core.area.AreaCode;
import id.jipp.core.log.Entry;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PayloadJson;
import id.jipp.core.text.PlainText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What was written down about an innovation. The forms are frozen; their bytes lie in the test resources. */
sealed interface InnovationEvent {
    String FAMILY = "innovation.";

    /** Of the record it is about, with its hub: {@code bali.k3v9x2m7q4hd8f0c}. */
    String id();

    @JsonPropertyOrder({"id", "area", "fields"})
    record PublishedV1(String id, String area, FieldsV1 fields) implements InnovationEvent {}

    /** @param revision the one it makes; ignored unless it follows the one that is */
    @JsonPropertyOrder({"id", "revision", "area", "fields"})
    record RevisedV1(String id, int revision, String area, FieldsV1 fields) implements InnovationEvent {}

    @JsonPropertyOrder({"id"})
    record ConfirmedV1(String id) implements InnovationEvent {}

    @JsonPropertyOrder({"id", "revision", "reason"})
    record RetiredV1(String id, int revision, String reason) implements InnovationEvent {}

    @JsonPropertyOrder({"id", "reason"})
    record WithdrawnV1(String id, String reason) implements InnovationEvent {}

    default NewEntry toEntry() {
        String kind = switch (this) {
            case PublishedV1 published -> "innovation.published";
            case RevisedV1 revised -> "innovation.revised";
            case ConfirmedV1 confirmed -> "innovation.confirmed";
            case RetiredV1 retired -> "innovation.retired";
            case WithdrawnV1 withdrawn -> "innovation.withdrawn";
        };
        return new NewEntry(kind, 1, PayloadJson.MAPPER.writeValueAsBytes(this));
    }

    /** Empty if the payload is erased, of a kind or version we do not know, malformed, or about another hub's record. */
    static Optional<InnovationEvent> of(Entry entry) {
        byte[] content = entry.content();
        Class<? extends InnovationEvent> form = formOf(entry);
        if (content == null || form == null) {
            return Optional.empty();
        }
        try {
            InnovationEvent event = PayloadJson.MAPPER.readValue(content, form);
            return event != null && isWhole(event) && isAuthorsOwn(event, entry)
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable Class<? extends InnovationEvent> formOf(Entry entry) {
        if (entry.header().kindVersion() != 1) {
            return null;
        }
        return switch (entry.header().kind()) {
            case "innovation.published" -> PublishedV1.class;
            case "innovation.revised" -> RevisedV1.class;
            case "innovation.confirmed" -> ConfirmedV1.class;
            case "innovation.retired" -> RetiredV1.class;
            case "innovation.withdrawn" -> WithdrawnV1.class;
            default -> null;
        };
    }

    /** JSON may leave anything out, whatever the record declares. */
    @SuppressWarnings("ConstantValue")
    private static boolean isWhole(InnovationEvent event) {
        if (event.id() == null) {
            return false;
        }
        return switch (event) {
            case PublishedV1 published -> isWhole(published.area(), published.fields());
            case RevisedV1 revised -> isWhole(revised.area(), revised.fields());
            case RetiredV1 retired -> retired.reason() != null;
            case ConfirmedV1 confirmed -> true;
            case WithdrawnV1 withdrawn -> true;
        };
    }

    private static boolean isWhole(@Nullable String area, @Nullable FieldsV1 fields) {
        if (area == null
                || fields == null
                || fields.title() == null
                || PlainText.line(fields.title()).isEmpty()) {
            return false;
        }
        try {
            return new AreaCode(area).value().equals(area);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isAuthorsOwn(InnovationEvent event, Entry entry) {
        return InnovationId.parse(event.id())
                .filter(id -> id.hub().equals(entry.stream().hub()))
                .isPresent();
    }
}
