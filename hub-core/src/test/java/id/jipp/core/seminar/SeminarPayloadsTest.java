package id.jipp.core.seminar;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.MaterialHub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The payloads ever shipped, byte by byte: what one version wrote every later one must read. */
class SeminarPayloadsTest {
    private static final String ID = "bali.k3v9x2m7q4hd8f7c";

    @TempDir
    Path folder;

    static Stream<Arguments> payloads() {
        SeminarFields full = new SeminarFields(
                "Arah Pembinaan \"Berdampak\"",
                new When.Minute(OffsetDateTime.parse("2023-11-02T09:00+08:00")),
                new When.Day(LocalDate.of(2023, 11, 3)),
                "Bali",
                "Kementerian PANRB",
                "Arah – pembinaan.\nInovasi.",
                "https://menpan.go.id/",
                List.of(new Session(
                        "Pembukaan",
                        new When.Minute(OffsetDateTime.parse("2023-11-02T09:00+08:00")),
                        null,
                        List.of("Siti Zuhro"))),
                List.of(
                        new Speaker("Siti Zuhro", "Ketua Tim Panel Independen", "KIPP"),
                        new Speaker("Diah Natalisa", "", "")));
        SeminarFields least =
                new SeminarFields("Forum", new When.InYear(2020), null, "", "", "", "", List.of(), List.of());
        return Stream.of(
                Arguments.of("told-full", new SeminarEvent(ID, 2, StateV1.of(full))),
                Arguments.of("told-least", new SeminarEvent(ID, 1, StateV1.of(least))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void isWrittenAndReadAsItAlwaysWas(String name, SeminarEvent event) throws IOException {
        byte[] golden = golden(name);
        NewEntry written = event.toEntry();
        assertThat(written.content()).asString().isEqualTo(new String(golden, StandardCharsets.UTF_8));
        assertThat(written.kind()).isEqualTo("seminar.told");
        assertThat(written.kindVersion()).isEqualTo(1);
        SeminarEvent read = SeminarEvent.of(entry(golden)).orElseThrow();
        assertThat(read.toEntry().content()).isEqualTo(golden);
        assertThat(read.seminar().toFields()).isEqualTo(event.seminar().toFields());
    }

    @Test
    void fieldsAndTimesOfALaterVersionAreNotMinded() {
        byte[] later = ("{\"id\":\"" + ID + "\",\"revision\":1,\"colour\":{\"a\":[1]},\"seminar\":{\"title\":\"A\","
                        + "\"start\":\"2023\",\"end\":\"akhir pekan\",\"mood\":true,\"speakers\":[null]}}")
                .getBytes(StandardCharsets.UTF_8);
        SeminarFields read =
                SeminarEvent.of(entry(later)).orElseThrow().seminar().toFields();
        assertThat(read.title()).isEqualTo("A");
        assertThat(read.end()).isNull();
        assertThat(read.speakers()).isEmpty();
    }

    private Entry entry(byte[] content) {
        try (MaterialHub bali = new MaterialHub("bali", folder)) {
            return bali.log
                    .append(StreamName.PUBLIC, List.of(new NewEntry("seminar.told", 1, content)))
                    .getFirst()
                    .entry();
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = SeminarPayloadsTest.class.getResourceAsStream("/seminar/" + name + "-v1.json")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
