package id.jipp.core.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel's (ECMA-376). What it inflates to is counted before anything in it is parsed. */
final class XlsxFile implements TableFile {
    private static final int SHEETS_MAX = 20;
    private static final int ENTRIES_MAX = 2_000;
    private static final long INFLATED_BYTES_MAX = 160L * 1024 * 1024;
    private static final long STRINGS_BYTES_MAX = 60L * 1024 * 1024;
    private static final long RATIO_MAX = 150;

    /** Below this a high ratio is harmless: an empty sheet of styles compresses to nothing. */
    private static final long RATIO_FROM_BYTES = 10L * 1024 * 1024;

    private static final int MESSAGE_ROW_UNKNOWN = 1;
    private static final int DIGITS_MAX = 30;

    /** Old drawings are often no XML at all. */
    private static final String DRAWING = ".vml";

    private final byte[] bytes;
    private final int sheets;

    private XlsxFile(byte[] bytes, int sheets) {
        this.bytes = bytes;
        this.sheets = sheets;
    }

    static XlsxFile of(byte[] bytes) throws TableRefused {
        checkInflation(bytes);
        try (ReadableWorkbook workbook = open(bytes)) {
            return new XlsxFile(
                    bytes, (int) Math.min(SHEETS_MAX, workbook.getSheets().count()));
        } catch (IOException | RuntimeException broken) {
            throw new TableRefused("file-broken", MESSAGE_ROW_UNKNOWN);
        }
    }

    @Override
    public int ways() {
        return sheets;
    }

    @Override
    public void read(int way, Predicate<TableRow> more) throws TableRefused {
        int row = 0;
        try (ReadableWorkbook workbook = open(bytes)) {
            Sheet sheet = workbook.getSheets().skip(way).findFirst().orElseThrow();
            try (Stream<Row> rows = sheet.openStream()) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    Row next = each.next();
                    row = next.getRowNum();
                    if (!more.test(new TableRow(row, cells(next)))) {
                        return;
                    }
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new TableRefused("file-broken", row + 1);
        }
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
    }

    private static void checkInflation(byte[] bytes) throws TableRefused {
        boolean isWorkbook = false;
        long inflated = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            int entries = 0;
            for (Enumeration<ZipArchiveEntry> each = zip.getEntries(); each.hasMoreElements(); ) {
                ZipArchiveEntry entry = each.nextElement();
                if (++entries > ENTRIES_MAX) {
                    throw new TableRefused("file-expands-too-far");
                }
                isWorkbook |= entry.getName().equals("xl/workbook.xml");
                long before = inflated;
                try (InputStream in = zip.getInputStream(entry)) {
                    inflated += count(in, inflated, bytes.length);
                }
                if (!entry.getName().endsWith(DRAWING)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        SheetBounds.check(in);
                    }
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml")
                        && inflated - before > STRINGS_BYTES_MAX) {
                    throw new TableRefused("file-expands-too-far");
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new TableRefused("file-broken", MESSAGE_ROW_UNKNOWN);
        }
        if (!isWorkbook) {
            throw new TableRefused("file-not-a-table", "ZIP");
        }
    }

    private static long count(@Nullable InputStream in, long before, int fileBytes) throws IOException, TableRefused {
        if (in == null) {
            return 0;
        }
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            long all = before + bytes;
            if (all > INFLATED_BYTES_MAX || all > RATIO_FROM_BYTES && all / fileBytes > RATIO_MAX) {
                throw new TableRefused("file-expands-too-far");
            }
        }
        return bytes;
    }

    private static List<String> cells(Row row) {
        int count = Math.min(row.getCellCount(), COLUMNS_MAX);
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(text(row.hasCell(i) ? row.getCell(i) : null));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toLocalDate().toString() : number(cell.asNumber());
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** Written out where that is short: {@code 1E900000000} would be a gigabyte of zeros. */
    private static String number(BigDecimal number) {
        BigDecimal brief = number.stripTrailingZeros();
        return Math.abs((long) brief.scale()) > DIGITS_MAX ? brief.toString() : brief.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }
}
