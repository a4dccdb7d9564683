package id.jipp.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: printed one {@code name: value unit} a line as it comes, and kept as a JSON file. */
final class Figures {
    /** @param unit what one of the value is */
    record Figure(double value, String unit) {}

    private final Map<String, Figure> all = new LinkedHashMap<>();

    void add(String name, double value, String unit) {
        all.put(name, new Figure(value, unit));
        System.out.printf(Locale.ROOT, "%s: %s %s%n", name, shown(value), unit);
    }

    /** The quotient of two figures found before. */
    void ratio(String name, String of, String to) {
        add(name, value(of) / value(to), "x");
    }

    double value(String name) {
        Figure figure = all.get(name);
        return figure == null ? Double.NaN : figure.value();
    }

    /** The middle one of what several rounds found; the least and the greatest stand beside it. */
    void median(String name, double[] rounds, String unit) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        add(name, sorted[sorted.length / 2], unit);
        add(name + ", least", sorted[0], unit);
        add(name + ", greatest", sorted[sorted.length - 1], unit);
    }

    /** Adds p50, p95, p99 and the worst of these times, given in nanoseconds, as milliseconds. */
    void times(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        add(name + " p50", millis(sorted, 0.50), "ms");
        add(name + " p95", millis(sorted, 0.95), "ms");
        add(name + " p99", millis(sorted, 0.99), "ms");
        add(name + " worst", millis(sorted, 1.0), "ms");
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("Figures: " + file);
    }

    private static double millis(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }

    private static String shown(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
