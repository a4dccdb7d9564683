package id.jipp.core.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Hash;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payloads ever shipped, byte by byte: what one version wrote every later one must read. */
class MaterialPayloadsTest {
    private static final String SEMINAR = "bali.k3v9x2m7q4hd8f7c";
    private static final Manifest MANIFEST = new Manifest(
            Hash.sha256("berkas".getBytes(StandardCharsets.UTF_8)),
            Manifest.CHUNK_BYTES + 5,
            List.of(
                    Hash.sha256("satu".getBytes(StandardCharsets.UTF_8)),
                    Hash.sha256("dua".getBytes(StandardCharsets.UTF_8))));

    @TempDir
    Path folder;

    static Stream<Arguments> payloads() {
        String file = MANIFEST.file().toString();
        return Stream.of(
                Arguments.of(
                        "told",
                        new MaterialEvent.ToldV1(
                                SEMINAR,
                                file,
                                3,
                                "paparan akhir.pdf",
                                "application/pdf",
                                MANIFEST.bytes(),
                                PackedManifest.chunks(MANIFEST),
                                "Paparan – akhir",
                                "slides",
                                "CC BY 4.0",
                                true)),
                Arguments.of("withdrawn", new MaterialEvent.WithdrawnV1(SEMINAR, file, 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void isWrittenAndReadAsItAlwaysWas(String name, MaterialEvent event) throws IOException {
        byte[] golden = golden(name);
        NewEntry written = event.toEntry();
        assertThat(written.content()).asString().isEqualTo(new String(golden, StandardCharsets.UTF_8));
        assertThat(written.kind()).isEqualTo("material." + name);
        assertThat(written.kindVersion()).isEqualTo(1);
        assertThat(MaterialEvent.of(entry(written.kind(), golden))).contains(event);
    }

    @Test
    void whatAFileIsMadeOfComesBackAsItWasPacked() throws IOException {
        MaterialEvent.ToldV1 told = (MaterialEvent.ToldV1)
                MaterialEvent.of(entry("material.told", golden("told"))).orElseThrow();
        assertThat(PackedManifest.read(told.file(), told.bytes(), told.chunks()))
                .contains(MANIFEST);
    }

    @Test
    void theLargestFileFitsIntoAnEntry() {
        Hash some = MANIFEST.file();
        Manifest largest = new Manifest(
                some,
                Manifest.FILE_BYTES_MAX,
                java.util.Collections.nCopies(Manifest.chunksIn(Manifest.FILE_BYTES_MAX), some));
        MaterialEvent told = new MaterialEvent.ToldV1(
                SEMINAR,
                some.toString(),
                1,
                "x".repeat(200),
                "application/pdf",
                largest.bytes(),
                PackedManifest.chunks(largest),
                "x".repeat(200),
                "slides",
                "x".repeat(120),
                true);
        assertThat(told.toEntry().content().length).isLessThan(128 * 1024);
    }

    @ParameterizedTest
    @DisplayName("U2: a file of 10 TB or 10^9 chunks is refused before anything is made of it")
    @ValueSource(
            strings = {
                "10995116277760,\"chunks\":\"\"",
                "9223372036854775807,\"chunks\":\"\"",
                "0,\"chunks\":\"\"",
                "-1,\"chunks\":\"\"",
                "5,\"chunks\":\"AAAA\"",
                "5,\"chunks\":\"!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!\"",
                "5,\"chunks\":null"
            })
    void whatNoFileCanBeIsRefused(String claimed) {
        String content = "{\"seminar\":\"" + SEMINAR + "\",\"file\":\"" + MANIFEST.file()
                + "\",\"revision\":1,\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"bytes\":" + claimed
                + ",\"title\":\"A\",\"licence\":\"CC BY 4.0\",\"consent\":true}";
        assertThat(MaterialEvent.of(entry("material.told", content.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    @DisplayName("F6: what another hub says of our seminar's file is no word about it")
    void anotherHubsWordIsNone() throws IOException {
        byte[] golden = golden("told");
        try (MaterialHub jatim = new MaterialHub("jatim", folder)) {
            Entry entry = jatim.log
                    .append(StreamName.PUBLIC, List.of(new NewEntry("material.told", 1, golden)))
                    .getFirst()
                    .entry();
            assertThat(MaterialEvent.of(entry)).isEmpty();
        }
    }

    private Entry entry(String kind, byte[] content) {
        try (MaterialHub bali = new MaterialHub("bali", folder)) {
            return bali.log
                    .append(StreamName.PUBLIC, List.of(new NewEntry(kind, 1, content)))
                    .getFirst()
                    .entry();
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = MaterialPayloadsTest.class.getResourceAsStream("/material/" + name + "-v1.json")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
