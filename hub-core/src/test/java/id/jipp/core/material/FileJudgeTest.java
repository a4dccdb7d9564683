package id.jipp.core.material;

import static id.jipp.core.material.Crafted.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Hash;
import id.jipp.core.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files are kept, and how those are given that others share. */
class FileJudgeTest {
    private static final byte[] HTML = text("<!DOCTYPE html><html><script>alert(1)</script></html>");
    private static final byte[] SVG = text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final FileJudge judge = new FileJudge(List.of(new EicarCheck()), nanos::get);

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of("paparan.pdf", Crafted.pdf()),
                Arguments.of("bergeser.pdf", shifted(Crafted.pdf14())),
                Arguments.of("dengan-skrip.pdf", Crafted.pdfWithScript()),
                Arguments.of("PAPARAN.PPTX", Crafted.pptx(Map.of("ppt/media/a.jpeg", new byte[1_000]))),
                Arguments.of("surat.docx", Crafted.docx()),
                Arguments.of("data.xlsx", Crafted.xlsx()),
                Arguments.of("a.odp", Crafted.odf("presentation")),
                Arguments.of("a.odt", Crafted.odf("text")),
                Arguments.of("a.ods", Crafted.odf("spreadsheet")),
                Arguments.of("foto.png", Crafted.png(4_000, 3_000)),
                Arguments.of("foto.jpeg", Crafted.jpeg(4_000, 3_000)),
                Arguments.of("foto.webp", Crafted.webp(4_000, 3_000)),
                Arguments.of("rekaman.mp4", Crafted.mp4()),
                Arguments.of("rekaman.webm", Crafted.webm()),
                Arguments.of("suara.mp3", Crafted.mp3()),
                Arguments.of("catatan.txt", text("Kepada: semua\nIsi <b>tebal</b> saja.")),
                Arguments.of("data.csv", text("judul;tahun\nTOSS;2018\n")),
                Arguments.of("semua.zip", Crafted.zip(Map.of("../../etc/passwd", text("x"), "a.html", HTML))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void whatIsWhatItsNameSaysIsKept(String name, byte[] bytes) throws IOException {
        assertThat(judged(name, bytes)).isInstanceOf(Outcome.Done.class);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("U4", "halaman.html", HTML, "file-type-not-taken"),
                Arguments.of("U4", "gambar.svg", SVG, "file-type-not-taken"),
                Arguments.of("U4", "data.xml", text("<a/>"), "file-type-not-taken"),
                Arguments.of("U4", "program.exe", text("MZ"), "file-type-not-taken"),
                Arguments.of("U4", "tanpa-akhiran", text("x"), "file-type-not-taken"),
                Arguments.of("U4", "foto.png", HTML, "file-not-its-name"),
                Arguments.of("U4", "foto.png", SVG, "file-not-its-name"),
                Arguments.of("U4", "catatan.txt", HTML, "file-not-its-name"),
                Arguments.of("U4", "catatan.txt", Crafted.pdf(), "file-not-its-name"),
                Arguments.of("U4", "foto.jpg", Crafted.png(10, 10), "file-not-its-name"),
                Arguments.of("U4", "paparan.pdf", Crafted.docx(), "file-not-its-name"),
                Arguments.of("U4", "dua-wajah.pdf", prefixed("<html>", Crafted.pdf()), "file-not-its-name"),
                Arguments.of("U4", "paparan.pptx", Crafted.docx(), "file-not-its-name"),
                Arguments.of("U4", "paparan.pptx", Crafted.zip(Map.of("a", text("a"))), "file-not-its-name"),
                Arguments.of("U5", "bom.pptx", Crafted.pptxBomb(700), "file-unpacks-too-large"),
                Arguments.of("U5", "bohong.pptx", Crafted.pptxBombThatLies(700), "file-unpacks-too-large"),
                Arguments.of("U5", "bom.zip", Crafted.pptxBomb(700), "file-unpacks-too-large"),
                Arguments.of("U5", "tumpang.zip", Crafted.overlapping(), "file-unpacks-too-large"),
                Arguments.of("U5", "tak-berujung.zip", Crafted.endless(), "file-damaged"),
                Arguments.of(
                        "U5", "laughs.pptx", Crafted.pptx(Map.of("ppt/a.xml", laughs())), "file-unpacks-too-large"),
                Arguments.of("U5", "bom.pdf", Crafted.pdfBomb(), "file-damaged"),
                Arguments.of("U6", "banjir.png", Crafted.png(65_535, 65_535), "image-too-large"),
                Arguments.of("U6", "banjir.png", Crafted.png(-1, -1), "image-too-large"),
                Arguments.of("U6", "kosong.png", Crafted.png(0, 10), "image-too-large"),
                Arguments.of("U6", "banjir.jpg", Crafted.jpeg(65_535, 65_535), "image-too-large"),
                Arguments.of("U6", "banjir.webp", Crafted.webp(16_000, 16_000), "image-too-large"),
                Arguments.of("U6", "rusak.png", Arrays.copyOf(Crafted.png(1, 1), 12), "file-damaged"),
                Arguments.of("U7", "makro.pptx", Crafted.withMacros(), "file-has-macros"),
                Arguments.of(
                        "U7", "makro.pptx", Crafted.pptx(Map.of("ppt/vbaProject.bin", text("x"))), "file-has-macros"),
                Arguments.of("U7", "makro.pptm", Crafted.withMacros(), "file-type-not-taken"),
                Arguments.of("U7", "eicar.txt", text(Crafted.EICAR), "file-malicious"),
                Arguments.of("U7", "eicar.pdf", text(Crafted.EICAR), "file-malicious"),
                Arguments.of("", "terkunci.pdf", Crafted.pdfWithPassword("rahasia"), "file-locked"),
                Arguments.of("", "terlindung.pdf", Crafted.pdfWithPassword(""), "file-locked"),
                Arguments.of("", "bergeser.pdf", shifted(Crafted.pdf()), "file-damaged"),
                Arguments.of("", "terkunci.docx", Crafted.ole(), "file-locked"),
                Arguments.of("", "terpotong.pdf", text("%PDF-1.7\n1 0 obj"), "file-damaged"),
                Arguments.of("", "terpotong.docx", Arrays.copyOf(Crafted.docx(), 100), "file-damaged"),
                Arguments.of("", "biner.txt", text("a\0b\0c"), "file-not-its-name"));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("hostile")
    void whatIsNotWhatItsNameSaysOrDoesHarmIsRefused(String row, String name, byte[] bytes, String reason)
            throws IOException {
        Outcome<FileType> refused = judged(name, bytes);

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<FileType>) refused).problems().getFirst().reason())
                .isEqualTo(reason);
    }

    @Test
    void aFileThatTakesTooLongToLookAtIsNoneWeCanShow() throws IOException {
        Path file = write("lama.pdf", Crafted.pdf());
        FileJudge slow = new FileJudge(List.of(), () -> nanos.addAndGet(30_000_000_000L));

        assertThat(slow.judge(file, FileName.of("lama.pdf"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @DisplayName("U5: pages that become a gigabyte are not unpacked to be looked at")
    void pagesAreNotUnpackedToBeLookedAt() throws IOException {
        assertThat(judged("halaman.pdf", Crafted.pdfWithBombInAPage())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @DisplayName("U4: what another hub shares is given as what it is, and as bytes to save where it is not that")
    void whatAnotherHubSharesIsGivenAsWhatItIs() throws IOException {
        assertThat(stored("paparan.pdf", Crafted.pdf())).isEqualTo("application/pdf inline");
        assertThat(stored("skrip.pdf", Crafted.pdfWithScript())).isEqualTo("application/pdf saved");
        assertThat(stored("foto.png", Crafted.png(10, 10))).isEqualTo("image/png inline");
        assertThat(stored("paparan.pptx", Crafted.pptx(Map.of()))).endsWith("presentation saved");
        assertThat(stored("foto.png", HTML)).isEqualTo("application/octet-stream saved");
        assertThat(stored("halaman.html", HTML)).isEqualTo("application/octet-stream saved");
        assertThat(stored("semua.html", Crafted.zip(Map.of("a", HTML)))).isEqualTo("application/octet-stream saved");
        assertThat(stored("makro.pptx", Crafted.withMacros())).isEqualTo("application/octet-stream saved");
    }

    @Test
    @DisplayName("U7: what does harm is given to nobody")
    void whatDoesHarmIsGivenToNobody() throws IOException {
        assertThat(stored("eicar.txt", text(Crafted.EICAR))).isEqualTo("nothing");
    }

    private String stored(String name, byte[] bytes) throws IOException {
        Path file = write(name, bytes);
        return judge.stored(Hash.sha256(bytes), file, bytes.length, FileName.of(name))
                .map(stored -> stored.type() + (stored.inline() ? " inline" : " saved"))
                .orElse("nothing");
    }

    private Outcome<FileType> judged(String name, byte[] bytes) throws IOException {
        return judge.judge(write(name, bytes), FileName.of(name));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("berkas"), bytes);
    }

    private static byte[] laughs() {
        return text("<?xml version=\"1.0\"?><!-- " + "x".repeat(100_000) + " --><!DOCTYPE a [<!ENTITY b \"ha\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>");
    }

    /** What its directory of objects says is off by some bytes, as old programs leave it. */
    private static byte[] shifted(byte[] pdf) {
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replaceFirst("\n", "\n% tambahan\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] prefixed(String prefix, byte[] bytes) {
        byte[] all = Arrays.copyOf(text(prefix), prefix.length() + bytes.length);
        System.arraycopy(bytes, 0, all, prefix.length(), bytes.length);
        return all;
    }
}
