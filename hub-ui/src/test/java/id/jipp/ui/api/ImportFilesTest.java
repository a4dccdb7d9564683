package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The files people really have, sent over HTTP: what can be read is read, what cannot is refused with a reason. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFilesTest {
    private static final String DRY = "/api/v1/import?dryRun=true";
    private static final String TABLE =
            "judul;instansi;wilayah;tahun\nSédulur “Kali” – bersih;Dinas Lingkungan;Kota Denpasar;2018\n";

    private Caller coordinator;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-8 with a mark", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void anyUsualEncodingIsRead(String encoding) {
        JsonNode row = onlyRow(coordinator.upload(DRY, "a.csv", encoded(TABLE, encoding)));

        assertThat(row.path("title").asString()).isEqualTo("Sédulur “Kali” – bersih");
        assertThat(row.path("state").asString()).isEqualTo("ready");
        assertThat(row.path("row").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anyUsualDelimiterIsFound(String delimiter) {
        String table = String.join(delimiter, "Judul", "Instansi", "Wilayah") + "\r\n"
                + String.join(delimiter, "\"Satu, dua; tiga\"", "\"Dinas A; B, C\"", "Kota Denpasar") + "\r\n";

        assertThat(onlyRow(coordinator.upload(DRY, "a.csv", table))
                        .path("title")
                        .asString())
                .isEqualTo("Satu, dua; tiga");
    }

    @Test
    void columnsMayStandInAnyOrderUnderAnyUsualName() {
        JsonNode report = coordinator
                .upload(
                        DRY,
                        "a.csv",
                        "Tahun,Kab/Kota,OPD,Warna,Nama Inovasi\n2019,Kota Denpasar,Dinas A,biru,Tukar tempat\n")
                .json();

        assertThat(report.at("/rows/0/title").asString()).isEqualTo("Tukar tempat");
        assertThat(report.at("/rows/0/state").asString()).isEqualTo("ready");
        assertThat(report.at("/columns/Nama Inovasi").asString()).isEqualTo("title");
        assertThat(report.at("/columns/Warna").asString()).isEqualTo("notes");
    }

    @Test
    void aRowThatCannotBeTakenNamesItsFieldAndReasonInTheCallersLanguage() {
        String table = "title,agency,areaName,year\n,Dinas A,Bali,2018\nB,Dinas A,Atlantis,1800\n";
        JsonNode indonesian = coordinator.upload(DRY, "a.csv", table).json();
        JsonNode english =
                coordinator.upload(DRY, "a.csv", table, "Accept-Language", "en").json();

        assertThat(indonesian.path("rows").findValuesAsString("state")).containsExactly("problem", "problem");
        assertThat(indonesian.at("/rows/0/problems/0/field").asString()).isEqualTo("title");
        assertThat(indonesian.at("/rows/0/problems/0/reason").asString()).isEqualTo("Wajib diisi.");
        assertThat(indonesian.at("/rows/1/problems").findValuesAsString("field"))
                .containsExactly("year", "areaName");
        assertThat(english.at("/rows/0/problems/0/reason").asString()).isEqualTo("This is required.");
    }

    @Test
    void aWorkbookWithATitleMergedOverItsHeaderIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Uji", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            sheet.value(0, 0, "DAFTAR INOVASI KABUPATEN");
            sheet.range(0, 0, 0, 3).merge();
            fill(sheet, 2, "No", "Judul Inovasi", "Lokasi", "");
            fill(sheet, 3, "", "", "Kabupaten/Kota", "Instansi");
            sheet.range(2, 0, 3, 0).merge();
            sheet.range(2, 1, 3, 1).merge();
            sheet.range(2, 2, 2, 3).merge();
            fill(sheet, 4, "1", "Judul di bawah gabungan", "Kota Denpasar", "Dinas A");
        }
        JsonNode row = onlyRow(coordinator.upload(DRY, "a.xlsx", out.toByteArray()));

        assertThat(row.path("title").asString()).isEqualTo("Judul di bawah gabungan");
        assertThat(row.path("state").asString()).isEqualTo("ready");
        assertThat(row.path("row").asInt()).isEqualTo(5);
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                file("empty", "", "file-empty"),
                file("nothing but lines", "\uFEFF \r\n \r\n", "file-empty"),
                file("a PDF", "%PDF-1.7 \n1 0 obj", "file-not-a-table"),
                file("a page", "<!DOCTYPE html><table><tr><td>judul", "file-not-a-table"),
                file("a picture", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "file-not-a-table"),
                file("a table without a title", "satu,dua\n1,2\n", "no-title-column"),
                file(
                        "an old or locked workbook",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
                        "file-locked-or-old"),
                file("a document", zip("word/document.xml", new byte[10]), "file-not-a-table"),
                file("half an archive", Arrays.copyOf(zip("xl/workbook.xml", new byte[5_000]), 60), "file-broken"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refused")
    void whatIsNoTableIsRefusedWithOneReason(String what, byte[] content, String reason) {
        Answer answer = coordinator.upload(DRY, "a.csv", content);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(reason);
        assertThat(answer.json().at("/errors/0/reason").asString()).isNotEqualTo(reason);
    }

    @Test
    @DisplayName("U5: a bomb as XLSX is refused before it is parsed")
    void aBombIsRefused() throws IOException {
        Answer answer = coordinator.upload(DRY, "a.xlsx", zip("xl/workbook.xml", new byte[200 << 20]));

        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("file-expands-too-far");
    }

    @Test
    void aFormWithoutAFileIsToldWhatItLacks() {
        Answer answer = coordinator.send(
                "POST",
                DRY,
                "--batas\r\nContent-Disposition: form-data; name=\"lain\"\r\n\r\nx\r\n--batas--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=batas");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/cron.d/x", "C:\\\\x.csv", "a\u202Egnp.csv", "=HYPERLINK(1).csv"})
    @DisplayName("U3: the name of a file is only a name")
    void theNameOfAFileIsOnlyAName(String name) {
        assertThat(coordinator.upload(DRY, name, TABLE).status()).isEqualTo(200);
    }

    private static JsonNode onlyRow(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rows").size()).isEqualTo(1);
        return answer.json().at("/rows/0");
    }

    private static byte[] encoded(String table, String encoding) {
        return switch (encoding) {
            case "UTF-8 with a mark" -> ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + table).getBytes(Charset.forName(encoding));
            default -> table.getBytes(Charset.forName(encoding));
        };
    }

    private static void fill(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    private static Arguments file(String what, String content, String reason) {
        return file(
                what,
                content.getBytes(content.contains("PNG") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
                reason);
    }

    private static Arguments file(String what, byte[] content, String reason) {
        return Arguments.of(what, content, reason);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
