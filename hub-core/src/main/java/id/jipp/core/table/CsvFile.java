package id.jipp.core.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Text with delimiters (RFC 4180 and what spreadsheet programs make of it). UTF-8, UTF-16 with its mark, else
 * Windows-1252, which is what Excel writes on most Indonesian desks.
 */
final class CsvFile implements TableFile {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String text;

    private CsvFile(String text) {
        this.text = text;
    }

    static CsvFile of(byte[] bytes) throws TableRefused {
        String text = decoded(bytes);
        if (text.isBlank()) {
            throw new TableRefused("file-empty");
        }
        if (text.indexOf('\0') >= 0) {
            throw new TableRefused("file-not-a-table", "?");
        }
        return new CsvFile(text);
    }

    @Override
    public int ways() {
        return DELIMITERS.length;
    }

    @Override
    public void read(int way, Predicate<TableRow> more) throws TableRefused {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(DELIMITERS[way])
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        long row = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                row = record.getRecordNumber();
                if (!more.test(new TableRow(Math.toIntExact(row), cells(record)))) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new TableRefused("file-broken", row + 1);
        }
    }

    private static List<String> cells(CSVRecord record) {
        List<String> cells = new ArrayList<>(Math.min(record.size(), COLUMNS_MAX));
        for (int i = 0; i < Math.min(record.size(), COLUMNS_MAX); i++) {
            cells.add(record.get(i));
        }
        return cells;
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }
}
