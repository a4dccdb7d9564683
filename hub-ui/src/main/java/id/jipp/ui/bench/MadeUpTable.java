package id.jipp.ui.bench;

import id.jipp.core.innovation.InnovationFields;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Made-up innovations as the bytes of a CSV file. */
final class MadeUpTable {
    /** More in one file would pass the import's 20 MB. */
    static final int ROWS_MAX = 10_000;

    private static final String[] COLUMNS = {
        "title",
        "agency",
        "areaCode",
        "year",
        "award",
        "category",
        "summary",
        "problem",
        "solution",
        "result",
        "beneficiaries",
        "costClass",
        "sdg",
        "digital",
        "phase"
    };

    private MadeUpTable() {}

    interface Taking {
        long take(byte[] table) throws Exception;
    }

    /** Hands on as many tables as it takes; fails if not every row went in. */
    static void each(int from, int to, RandomGenerator random, Taking taking) throws Exception {
        for (int start = from; start < to; start += ROWS_MAX) {
            int end = Math.min(to, start + ROWS_MAX);
            long added = taking.take(of(start, end, random));
            if (added != end - start) {
                throw new IllegalStateException("Of " + (end - start) + " rows only " + added + " were added");
            }
        }
    }

    private static byte[] of(int from, int to, RandomGenerator random) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            out.printRecord((Object[]) COLUMNS);
            for (int number = from; number < to; number++) {
                InnovationFields made = MadeUp.innovation(random, number);
                out.printRecord(
                        made.title(),
                        made.agency(),
                        made.areaCode(),
                        made.year(),
                        made.award(),
                        made.category(),
                        made.summary(),
                        made.problem(),
                        made.solution(),
                        made.result(),
                        made.beneficiaries(),
                        made.costClass() == null ? "" : made.costClass().code(),
                        made.sdg().getFirst(),
                        made.digital(),
                        made.phase() == null ? "" : made.phase().code());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
