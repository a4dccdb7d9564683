package id.jipp.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {
    @Test
    void numbersAreWrittenAsPeopleWriteThem() throws Exception {
        assertThat(row(cell("A1", "2019"), cell("B1", "2.50"), cell("C1", "1E5"), cell("D1", "0.001")))
                .containsExactly("2019", "2.5", "100000", "0.001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E900000000", "1E-900000000", "-7E2000000000"})
    @DisplayName("U5: a number that would be a gigabyte of zeros stays as short as it came")
    void hugeNumbers(String number) throws Exception {
        assertThat(row(cell("A1", number)))
                .singleElement()
                .satisfies(text -> assertThat(text).hasSizeLessThan(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZZZZ1", "ZZZZZZ2147483647", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1"})
    @DisplayName("U5: a cell farther out than a sheet goes is refused before room is made for it")
    void farCells(String address) throws IOException {
        byte[] file = workbook(cell("A1", "1"), cell(address, "2"));

        assertThatThrownBy(() -> XlsxFile.of(file))
                .isInstanceOf(TableRefused.class)
                .hasMessage("file-broken");
    }

    @Test
    @DisplayName("U5: a number longer than a cell is refused before it is read")
    void longNumbers() throws IOException {
        byte[] file = workbook(cell("A1", "9".repeat(40_000)));

        assertThatThrownBy(() -> XlsxFile.of(file)).isInstanceOf(TableRefused.class);
    }

    @Test
    void theLastColumnOfASheetIsRead() throws Exception {
        assertThat(row(cell("A1", "1"), cell("XFD1", "2"))).startsWith("1");
    }

    @Test
    void manySignsThatXmlWritesOtherwiseAreRead() throws Exception {
        String text =
                "<c r=\"A1\" t=\"inlineStr\"><is><t>" + "Satu &amp; dua &lt;tiga&gt; ".repeat(20_000) + "</t></is></c>";

        assertThat(row(text)).singleElement().satisfies(read -> assertThat(read).startsWith("Satu & dua <tiga> Satu"));
    }

    private static String cell(String address, String number) {
        return "<c r=\"" + address + "\"><v>" + number + "</v></c>";
    }

    private static List<String> row(String... cells) throws Exception {
        List<TableRow> rows = new ArrayList<>();
        XlsxFile.of(workbook(cells)).read(0, rows::add);
        return rows.getFirst().cells();
    }

    /** A workbook as the usual writer makes it, with these cells in its sheet. */
    private static byte[] workbook(String... cells) throws IOException {
        ByteArrayOutputStream usual = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(usual, "Uji", "1.0")) {
            workbook.newWorksheet("a").value(0, 0, "x");
        }
        String sheet =
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + "<sheetData><row r=\"1\">" + String.join("", cells) + "</row></sheetData></worksheet>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(usual.toByteArray()).get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(
                        part.getName().endsWith("sheet1.xml")
                                ? sheet.getBytes(StandardCharsets.UTF_8)
                                : from.getInputStream(part).readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
