package id.jipp.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/**
 * A file that may hold a table, its type told by its bytes. There can be several ways to read it (the delimiters of a
 * CSV, the sheets of a workbook); which of them makes sense is for the reader to say.
 */
public sealed interface TableFile permits CsvFile, XlsxFile {
    int BYTES_MAX = 20 * 1024 * 1024;
    int COLUMNS_MAX = 200;

    /** How many ways there are to read it, the likeliest first. */
    int ways();

    /**
     * Hands over the rows in order, read one of the ways.
     *
     * @param more answers whether to go on
     * @throws TableRefused if it breaks off
     */
    void read(int way, Predicate<TableRow> more) throws TableRefused;

    /**
     * Takes the bytes in; no more than the bound is ever read.
     *
     * @throws TableRefused if it is too large, empty, or no table
     */
    static TableFile of(InputStream in) throws TableRefused, IOException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new TableRefused("file-too-large", BYTES_MAX / (1024 * 1024));
        }
        return switch (FileKind.of(bytes)) {
            case EMPTY -> throw new TableRefused("file-empty");
            case OLE -> throw new TableRefused("file-locked-or-old");
            case PDF -> throw new TableRefused("file-not-a-table", "PDF");
            case HTML -> throw new TableRefused("file-not-a-table", "HTML");
            case BINARY -> throw new TableRefused("file-not-a-table", "?");
            case ZIP -> XlsxFile.of(bytes);
            case TEXT -> CsvFile.of(bytes);
        };
    }
}
