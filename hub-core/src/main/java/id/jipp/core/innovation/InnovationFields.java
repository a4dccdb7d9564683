package id.jipp.core.innovation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in about an innovation. Text fields may be empty but are never null; texts are plain text. Kept as
 * typed; {@code InnovationRules} says what must be right before publishing, and the bounds of each field.
 *
 * @param areaCode official code as typed; empty where only a name was given
 * @param areaName the area's name as typed
 * @param year when it began or was awarded; null if not said
 * @param sdg goals 1 to 17
 * @param digital null if not said
 * @param phase null if not said
 * @param costClass null if not said
 * @param notes what came in columns we do not know, by the column's name
 */
public record InnovationFields(
        String title,
        String localName,
        String agency,
        String areaCode,
        String areaName,
        @Nullable Integer year,
        String award,
        String category,
        String summary,
        String problem,
        String solution,
        String result,
        String beneficiaries,
        @Nullable CostClass costClass,
        String legalBasis,
        List<Integer> sdg,
        @Nullable Boolean digital,
        @Nullable Phase phase,
        String sourceUrl,
        Map<String, String> notes) {
    public InnovationFields {
        sdg = List.copyOf(sdg);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** A record of which only the title is known; for tests and as the start of a form. */
    public static InnovationFields titled(String title) {
        return new InnovationFields(
                title, "", "", "", "", null, "", "", "", "", "", "", "", null, "", List.of(), null, null, "", Map.of());
    }

    /** What refers to a record that is read elsewhere: what it is called, whose it is and where. */
    InnovationFields referredTo() {
        return new InnovationFields(
                title, "", agency, areaCode, areaName, null, "", "", "", "", "", "", "", null, "", List.of(), null,
                null, "", Map.of());
    }

    InnovationFields withYear(@Nullable Integer year) {
        return new InnovationFields(
                title,
                localName,
                agency,
                areaCode,
                areaName,
                year,
                award,
                category,
                summary,
                problem,
                solution,
                result,
                beneficiaries,
                costClass,
                legalBasis,
                sdg,
                digital,
                phase,
                sourceUrl,
                notes);
    }

    InnovationFields withSdg(List<Integer> sdg) {
        return new InnovationFields(
                title,
                localName,
                agency,
                areaCode,
                areaName,
                year,
                award,
                category,
                summary,
                problem,
                solution,
                result,
                beneficiaries,
                costClass,
                legalBasis,
                sdg,
                digital,
                phase,
                sourceUrl,
                notes);
    }

    InnovationFields withNotes(Map<String, String> notes) {
        return new InnovationFields(
                title,
                localName,
                agency,
                areaCode,
                areaName,
                year,
                award,
                category,
                summary,
                problem,
                solution,
                result,
                beneficiaries,
                costClass,
                legalBasis,
                sdg,
                digital,
                phase,
                sourceUrl,
                notes);
    }
}
