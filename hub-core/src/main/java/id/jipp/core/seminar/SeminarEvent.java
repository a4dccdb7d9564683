package id.jipp.core.seminar;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.jipp.core.log.Entry;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PayloadJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was written down about a seminar: all of it, as it is from then on. The form is frozen; its bytes lie in the test
 * resources.
 *
 * @param id of the seminar, with its hub
 * @param revision counts the changes
 */
@JsonPropertyOrder({"id", "revision", "seminar"})
record SeminarEvent(String id, int revision, StateV1 seminar) {
    static final String FAMILY = "seminar.";
    static final String KIND = "seminar.told";

    byte[] toBytes() {
        return PayloadJson.MAPPER.writeValueAsBytes(this);
    }

    NewEntry toEntry() {
        return new NewEntry(KIND, 1, toBytes());
    }

    static boolean isMeantBy(Entry entry) {
        return entry.stream().name().isPublic() && entry.header().kind().startsWith(FAMILY);
    }

    /** Empty if the payload is erased, of a kind or version we do not know, malformed, or about another hub's seminar. */
    static Optional<SeminarEvent> of(Entry entry) {
        byte[] content = entry.content();
        if (content == null
                || !isMeantBy(entry)
                || !entry.header().kind().equals(KIND)
                || entry.header().kindVersion() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(PayloadJson.MAPPER.readValue(content, SeminarEvent.class))
                    .filter(event -> isWhole(event.id(), event.seminar()))
                    .filter(event -> event.isOfIts(entry));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** JSON may leave anything out, whatever the record declares. */
    private static boolean isWhole(@Nullable String id, @Nullable StateV1 state) {
        return id != null && state != null && SeminarRules.isSeminar(state.toFields());
    }

    private boolean isOfIts(Entry entry) {
        return revision >= 1
                && SeminarId.parse(id)
                        .filter(seminar -> seminar.hub().equals(entry.stream().hub()))
                        .isPresent();
    }
}
