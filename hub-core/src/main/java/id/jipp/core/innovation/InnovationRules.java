package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.outcome.Problem;
import id.jipp.core.text.PlainText;
import id.jipp.core.text.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a draft can hold, and what must be right before it is published. Pure. */
final class InnovationRules {
    static final int YEAR_MIN = 1945;
    static final int SDG_MAX = 17;
    static final int URL_CHARS_MAX = 500;
    static final int NOTES_MAX = 50;
    static final int NOTE_NAME_CHARS_MAX = 120;
    static final int NOTE_CHARS_MAX = 2_000;
    static final int REASON_CHARS_MAX = 500;

    /** Of one text in a draft: room for what is pasted in first and shortened later. */
    static final int DRAFT_CHARS_MAX = 20_000;

    private final Areas areas;

    InnovationRules(Areas areas) {
        this.areas = areas;
    }

    Areas areas() {
        return areas;
    }

    /** Every text made plain, goals once and in order; nothing is cut. */
    static InnovationFields plain(InnovationFields typed) {
        InnovationFields plain = typed;
        for (TextField field : TextField.values()) {
            plain = field.with(plain, field.plain(field.of(plain)));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        typed.notes().forEach((name, note) -> {
            String text = PlainText.lines(note);
            if (!text.isEmpty()) {
                notes.put(PlainText.line(name), text);
            }
        });
        return plain.withSdg(typed.sdg().stream().distinct().sorted().toList()).withNotes(notes);
    }

    /**
     * What is wrong with plain fields; empty if they may be kept as a draft. A draft holds what somebody typed, right or
     * wrong: only its size is bounded, and that it says something.
     */
    List<Problem> ofDraft(InnovationFields fields) {
        List<Problem> problems = new ArrayList<>();
        if (fields.equals(InnovationFields.titled(""))) {
            problems.add(Problem.of("title", "required"));
        }
        problems.addAll(ofBounds(fields, DRAFT_CHARS_MAX));
        return problems;
    }

    /** What is wrong with plain fields; empty if they may be published. */
    List<Problem> ofPublishing(InnovationFields fields, int yearNow) {
        List<Problem> problems = new ArrayList<>(ofWhatIsThere(fields, yearNow));
        if (fields.agency().isEmpty()) {
            problems.add(Problem.of("agency", "required"));
        }
        if (!hasArea(fields) && areaOf(fields).isEmpty()) {
            problems.add(Problem.of("areaCode", "required"));
        }
        return problems;
    }

    /** What would have to be mended before publishing, apart from what is still to be added to the title. */
    List<Problem> ofWhatIsThere(InnovationFields fields, int yearNow) {
        List<Problem> problems = new ArrayList<>();
        if (fields.title().isEmpty()) {
            problems.add(Problem.of("title", "required"));
        }
        problems.addAll(ofBounds(fields, 0));
        Integer year = fields.year();
        if (year != null && (year < YEAR_MIN || year > yearNow + 1)) {
            problems.add(Problem.of(
                    "year", "year-range", String.valueOf(YEAR_MIN), String.valueOf(yearNow + 1), year.toString()));
        }
        if (!fields.sourceUrl().isEmpty() && !WebAddress.is(fields.sourceUrl())) {
            problems.add(Problem.of("sourceUrl", "not-a-link", PlainText.cut(fields.sourceUrl(), 80)));
        }
        if (hasArea(fields) && areaOf(fields).isEmpty()) {
            problems.add(unknownArea(fields));
        }
        return problems;
    }

    private static List<Problem> ofBounds(InnovationFields fields, int textCharsAtLeast) {
        List<Problem> problems = new ArrayList<>();
        for (TextField field : TextField.values()) {
            int chars = field.of(fields).length();
            int charsMax = Math.max(textCharsAtLeast, field.charsMax());
            if (chars > charsMax) {
                problems.add(Problem.of(field.key(), "too-long", charsMax, chars));
            }
        }
        fields.sdg().stream()
                .filter(goal -> goal < 1 || goal > SDG_MAX)
                .findFirst()
                .ifPresent(goal -> problems.add(Problem.of("sdg", "sdg-range", goal)));
        problems.addAll(ofNotes(fields.notes()));
        return problems;
    }

    /** The area meant: by code, else by name, else as the agency's own name tells it. */
    Optional<AreaCode> areaOf(InnovationFields fields) {
        if (!fields.areaCode().isEmpty()) {
            return AreaCodes.parse(fields.areaCode())
                    .filter(code -> areas.find(code).isPresent());
        }
        if (!fields.areaName().isEmpty()) {
            return areas.named(fields.areaName()).map(area -> area.code());
        }
        return areas.mentionedIn(fields.agency()).map(area -> area.code());
    }

    /** Fields from afar, cut to our bounds: another hub's program may allow more, and is not believed in any case. */
    static InnovationFields contained(InnovationFields fromAfar) {
        InnovationFields fields = plain(fromAfar);
        for (TextField field : TextField.values()) {
            fields = field.with(fields, PlainText.cut(field.of(fields), field.charsMax()));
        }
        if (!WebAddress.is(fields.sourceUrl())) {
            fields = TextField.SOURCE_URL.with(fields, "");
        }
        Map<String, String> notes = new LinkedHashMap<>();
        fields.notes().entrySet().stream()
                .limit(NOTES_MAX)
                .forEach(note -> notes.put(
                        PlainText.cut(note.getKey(), NOTE_NAME_CHARS_MAX),
                        PlainText.cut(note.getValue(), NOTE_CHARS_MAX)));
        Integer year = fields.year();
        return fields.withNotes(notes)
                .withYear(year == null || year < 1 || year > 9999 ? null : year)
                .withSdg(fields.sdg().stream()
                        .filter(goal -> goal >= 1 && goal <= SDG_MAX)
                        .toList());
    }

    private static List<Problem> ofNotes(Map<String, String> notes) {
        List<Problem> problems = new ArrayList<>();
        if (notes.size() > NOTES_MAX) {
            problems.add(Problem.of("notes", "too-many", NOTES_MAX, notes.size()));
        }
        notes.forEach((name, note) -> {
            if (note.length() > NOTE_CHARS_MAX) {
                problems.add(
                        Problem.of("notes", "note-too-long", PlainText.cut(name, 40), NOTE_CHARS_MAX, note.length()));
            }
            if (name.length() > NOTE_NAME_CHARS_MAX) {
                problems.add(Problem.of("notes", "too-long", NOTE_NAME_CHARS_MAX, name.length()));
            }
        });
        return problems;
    }

    private static boolean hasArea(InnovationFields fields) {
        return !fields.areaCode().isEmpty() || !fields.areaName().isEmpty();
    }

    private static Problem unknownArea(InnovationFields fields) {
        boolean byCode = !fields.areaCode().isEmpty();
        String typed = byCode ? fields.areaCode() : fields.areaName();
        return Problem.of(byCode ? "areaCode" : "areaName", "unknown-area", PlainText.cut(typed, 80));
    }
}
