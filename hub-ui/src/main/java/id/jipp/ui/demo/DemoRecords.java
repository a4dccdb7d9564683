package id.jipp.ui.demo;

import id.jipp.core.area.Area;
import id.jipp.core.area.Areas;
import id.jipp.core.log.HubId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The real innovations this program ships with (each names its source), divided among the hubs of the demo. */
final class DemoRecords {
    private static final String FILE = "/demo/innovations.csv";

    private final Areas areas;

    DemoRecords(Areas areas) {
        this.areas = areas;
    }

    /** The table of those that belong to that hub, as bytes of a CSV file. */
    byte[] of(HubId hub) {
        StringWriter table = new StringWriter();
        try (InputStream in = DemoRecords.class.getResourceAsStream(FILE);
                Reader reader =
                        new InputStreamReader(java.util.Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader);
                CSVPrinter out = new CSVPrinter(table, CSVFormat.RFC4180)) {
            out.printRecord(rows.getHeaderNames());
            for (CSVRecord row : rows) {
                if (ownerOf(row).id().equals(hub)) {
                    out.printRecord(row.toList());
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("The program's own " + FILE + " cannot be read", broken);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private DemoHub ownerOf(CSVRecord row) {
        return Stream.of("province", "region_name")
                .map(row::get)
                .filter(name -> !name.isBlank())
                .flatMap(name -> areas.named(name).stream())
                .map(Area::code)
                .map(DemoHub::of)
                .findFirst()
                .orElse(DemoHub.PANRB);
    }
}
