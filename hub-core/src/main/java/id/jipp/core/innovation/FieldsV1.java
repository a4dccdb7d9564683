package id.jipp.core.innovation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields as they are written down, in entries and in documents; what is empty is left out. Frozen: a new field may
 * be added, none may change its meaning.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "title", "localName", "agency", "areaCode", "areaName", "year", "award", "category", "summary", "problem",
    "solution", "result", "beneficiaries", "costClass", "legalBasis", "sdg", "digital", "phase", "sourceUrl", "notes"
})
record FieldsV1(
        @Nullable String title,
        @Nullable String localName,
        @Nullable String agency,
        @Nullable String areaCode,
        @Nullable String areaName,
        @Nullable Integer year,
        @Nullable String award,
        @Nullable String category,
        @Nullable String summary,
        @Nullable String problem,
        @Nullable String solution,
        @Nullable String result,
        @Nullable String beneficiaries,
        @Nullable String costClass,
        @Nullable String legalBasis,
        @Nullable List<Integer> sdg,
        @Nullable Boolean digital,
        @Nullable String phase,
        @Nullable String sourceUrl,
        @Nullable List<NoteV1> notes) {

    /** What stood in a column we do not know. */
    @JsonPropertyOrder({"name", "text"})
    record NoteV1(@Nullable String name, @Nullable String text) {}

    static FieldsV1 of(InnovationFields f) {
        return new FieldsV1(
                f.title(),
                f.localName(),
                f.agency(),
                f.areaCode(),
                f.areaName(),
                f.year(),
                f.award(),
                f.category(),
                f.summary(),
                f.problem(),
                f.solution(),
                f.result(),
                f.beneficiaries(),
                f.costClass() == null ? null : f.costClass().code(),
                f.legalBasis(),
                f.sdg(),
                f.digital(),
                f.phase() == null ? null : f.phase().code(),
                f.sourceUrl(),
                f.notes().entrySet().stream()
                        .map(note -> new NoteV1(note.getKey(), note.getValue()))
                        .toList());
    }

    InnovationFields toFields() {
        return new InnovationFields(
                text(title),
                text(localName),
                text(agency),
                text(areaCode),
                text(areaName),
                year,
                text(award),
                text(category),
                text(summary),
                text(problem),
                text(solution),
                text(result),
                text(beneficiaries),
                known(CostClass.class, costClass),
                text(legalBasis),
                sdg == null
                        ? List.of()
                        : sdg.stream().filter(java.util.Objects::nonNull).toList(),
                digital,
                known(Phase.class, phase),
                text(sourceUrl),
                notesByName());
    }

    private Map<String, String> notesByName() {
        Map<String, String> byName = new LinkedHashMap<>();
        if (notes != null) {
            for (NoteV1 note : notes) {
                if (note != null) {
                    byName.put(text(note.name()), text(note.text()));
                }
            }
        }
        return byName;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Null where a later version knows a value that we do not. */
    private static <E extends Enum<E>> @Nullable E known(Class<E> type, @Nullable String code) {
        if (code == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(code)) {
                return value;
            }
        }
        return null;
    }
}
