package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The payloads ever shipped, byte by byte: what one version wrote every later one must read. */
class InnovationPayloadsTest {
    private static final String ID = "bali.k3v9x2m7q4hd8f7c";

    @TempDir
    Path folder;

    static Stream<Arguments> payloads() {
        FieldsV1 full = FieldsV1.of(new InnovationFields(
                "TOSS (Tempat Olah Sampah Setempat)",
                "TOSS",
                "Pemerintah Kabupaten Klungkung",
                "51.05",
                "Kab. Klungkung",
                2018,
                "Top 45",
                "Lingkungan",
                "Sampah diolah di tempat – jadi bahan bakar.",
                "Sampah menumpuk.",
                "Diolah di desa.",
                "Berkurang 80 %.",
                "Warga",
                CostClass.LOW,
                "Perbup 1/2018",
                List.of(3, 11),
                false,
                Phase.INSTITUTIONALISATION,
                "https://menpan.go.id/",
                Map.of("Kontak", "0812")));
        return Stream.of(
                Arguments.of("published-full", new InnovationEvent.PublishedV1(ID, "51.05", full)),
                Arguments.of(
                        "published-least",
                        new InnovationEvent.PublishedV1(
                                ID, "00", FieldsV1.of(InnovationFields.titled("Rumah \"Tunggu\"")))),
                Arguments.of("revised", new InnovationEvent.RevisedV1(ID, 2, "51.05", full)),
                Arguments.of("confirmed", new InnovationEvent.ConfirmedV1(ID)),
                Arguments.of("retired", new InnovationEvent.RetiredV1(ID, 3, "Anggaran dihentikan")),
                Arguments.of("withdrawn", new InnovationEvent.WithdrawnV1(ID, "import-undone")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void isWrittenAndReadAsItAlwaysWas(String name, InnovationEvent event) throws IOException {
        byte[] golden = golden(name);
        NewEntry written = event.toEntry();
        assertThat(written.content()).asString().isEqualTo(new String(golden, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(written.content()).isEqualTo(golden);
        assertThat(written.kindVersion()).isEqualTo(1);
        InnovationEvent read = InnovationEvent.of(entry(written.kind(), golden)).orElseThrow();
        assertThat(read.getClass()).isEqualTo(event.getClass());
        assertThat(read.toEntry().content()).isEqualTo(golden);
    }

    @Test
    void fieldsOfALaterVersionAreNotMinded() {
        byte[] later = ("{\"id\":\"" + ID + "\",\"area\":\"51\",\"colour\":{\"a\":[1]},"
                        + "\"fields\":{\"title\":\"A\",\"phase\":\"eternity\",\"costClass\":\"huge\",\"mood\":true}}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        InnovationEvent.PublishedV1 read = (InnovationEvent.PublishedV1)
                InnovationEvent.of(entry("innovation.published", later)).orElseThrow();
        assertThat(read.fields().toFields().title()).isEqualTo("A");
        assertThat(read.fields().toFields().phase()).isNull();
    }

    private Entry entry(String kind, byte[] content) {
        try (InnovationHub bali = new InnovationHub("bali", "51", folder)) {
            return bali.log
                    .append(StreamName.PUBLIC, List.of(new NewEntry(kind, 1, content)))
                    .getFirst()
                    .entry();
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = InnovationPayloadsTest.class.getResourceAsStream("/innovation/" + name + "-v1.json")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
