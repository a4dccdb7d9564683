package id.jipp.ui.demo;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The network's real seminars (each names its source), held by the hub of the demo whose people organised them. */
final class DemoSeminars {
    private static final String FILE = "/demo/seminars.csv";

    /** {@code Diah Natalisa (Deputi Bidang Pelayanan Publik)}. */
    private static final Pattern SPEAKER = Pattern.compile("([^(]+)(?:\\(([^)]*)\\))?");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;()]+");

    private final Seminars seminars;

    DemoSeminars(Seminars seminars) {
        this.seminars = seminars;
    }

    /** Holds those that belong to this hub; doing it again changes nothing. */
    void hold(HubId self) {
        Person clerk = DemoHub.clerk(self);
        for (CSVRecord row : rows()) {
            if (ownerOf(row).id().equals(self)) {
                seminars.create(idOf(seminars, row.get("name")), fieldsOf(row), clerk)
                        .orThrow();
            }
        }
    }

    /** The id of the seminar of that name, if this hub holds it. */
    static SeminarId idOf(Seminars seminars, String name) {
        return seminars.idOf(Hash.sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    static List<CSVRecord> rows() {
        try (InputStream in = DemoSeminars.class.getResourceAsStream(FILE);
                Reader reader = new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.getRecords();
        } catch (IOException broken) {
            throw new IllegalStateException("The program's own " + FILE + " cannot be read", broken);
        }
    }

    static DemoHub ownerOf(CSVRecord row) {
        String organiser = row.get("organiser");
        if (organiser.contains("Provinsi Bali")) {
            return DemoHub.BALI;
        }
        return organiser.contains("Provinsi Jawa Timur") ? DemoHub.JATIM : DemoHub.PANRB;
    }

    static SeminarFields fieldsOf(CSVRecord row) {
        String[] days = row.get("date").split("/");
        List<String> sources = ADDRESS.matcher(row.get("source_url"))
                .results()
                .map(found -> found.group())
                .toList();
        return new SeminarFields(
                row.get("name"),
                when(days[0]),
                days.length > 1 ? when(days[1]) : null,
                row.get("place"),
                row.get("organiser"),
                topic(row, sources),
                sources.isEmpty() ? "" : sources.getFirst(),
                List.of(),
                speakers(row.get("speakers")));
    }

    private static @Nullable When when(String text) {
        return When.parse(text).orElse(null);
    }

    /** With every source that has no field of its own, so that none is lost. */
    private static String topic(CSVRecord row, List<String> sources) {
        List<String> lines = new ArrayList<>(List.of(row.get("topic")));
        sources.stream().skip(1).map(other -> "Sumber lain: " + other).forEach(lines::add);
        if (sources.isEmpty()) {
            lines.add("Sumber: " + row.get("source_url"));
        }
        return String.join("\n", lines);
    }

    private static List<Speaker> speakers(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(DemoSeminars::speaker)
                .toList();
    }

    private static Speaker speaker(String text) {
        Matcher parts = SPEAKER.matcher(text);
        if (!parts.matches()) {
            return new Speaker(text, "", "");
        }
        String post = parts.group(2);
        return new Speaker(parts.group(1).strip(), post == null ? "" : post.strip(), "");
    }
}
