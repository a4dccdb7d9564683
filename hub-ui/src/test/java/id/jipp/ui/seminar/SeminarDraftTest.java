package id.jipp.ui.seminar;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeminarDraftTest {
    private static final ZoneOffset WITA = ZoneOffset.ofHours(8);

    @ParameterizedTest
    @CsvSource({
        "2023-11-02T09:00+09:00, 2023-11-02T16:00+09:00",
        "2023-11-02T09:00+08:00, 2023-11-04T16:00+08:00",
        "2023-11-02, 2023-11-03",
        "2023-11-02, ",
        "2020, ",
    })
    void whatASeminarSaysIsTheSameAfterTheForm(String start, String end) {
        SeminarFields fields = fields(start, end);

        SeminarDraft typed = SeminarDraft.of(fields, WITA);

        assertThat(typed.toFields()).isEqualTo(fields);
        assertThat(SeminarDraft.parse(typed.toJson())).contains(typed);
    }

    @Test
    void aRowWithoutAnyWordIsNone() {
        SeminarDraft empty = SeminarDraft.empty("Bali", WITA);
        SeminarDraft typed = new SeminarDraft(
                "Judul",
                "2026-12-02",
                "",
                "",
                "12:00",
                "",
                "+08:00",
                "",
                "",
                "",
                "",
                List.of(new SeminarDraft.SpokenBy("", " ", "")),
                List.of(new SeminarDraft.Part("", "", "", "", List.of())));

        assertThat(typed.toFields().speakers()).isEmpty();
        assertThat(typed.toFields().sessions()).isEmpty();
        assertThat(typed.toFields().end()).isEqualTo(when("2026-12-02T12:00+08:00"));
        assertThat(empty.toFields().start()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"title\":\"Hanya judul\"}", "{\"speakers\":[null]}", "bukan json"})
    void whatIsNoDraftIsPassedOver(String kept) {
        assertThat(SeminarDraft.parse(kept)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"day\":\"kemarin\"", "\"from\":\"25:99\"", "\"zone\":\"Mars\""})
    void aDraftWithAnImpossibleTimeIsPassedOver(String wrong) {
        String key = wrong.substring(0, wrong.indexOf(':'));
        String whole =
                SeminarDraft.of(fields("2023-11-02T09:00+08:00", null), WITA).toJson();

        assertThat(SeminarDraft.parse(whole.replaceFirst(key + ":\"[^\"]*\"", wrong)))
                .isEmpty();
    }

    private static SeminarFields fields(String start, String end) {
        boolean hours = start.contains("T");
        return new SeminarFields(
                "Judul",
                when(start),
                end == null ? null : when(end),
                "Denpasar",
                "Biro Organisasi",
                "Tentang",
                "https://contoh.go.id",
                List.of(new Session("Pembukaan", hours ? when(start) : null, null, List.of("Siti Zuhro"))),
                List.of(new Speaker("Siti Zuhro", "Ketua", "TPI")));
    }

    private static When when(String text) {
        return When.parse(text).orElseThrow();
    }
}
