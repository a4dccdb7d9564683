package id.jipp.demo;

import id.jipp.demo.Block.Figure;
import id.jipp.demo.Block.Figures;
import id.jipp.demo.Block.Heading;
import id.jipp.demo.Block.Message;
import id.jipp.demo.Block.Paragraph;
import id.jipp.demo.Block.Points;
import id.jipp.demo.Block.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a manuscript line by line: {@code ## heading}, {@code > message}, {@code - point}, {@code 1. step},
 * {@code = value | words} for a figure; any other line is a paragraph, and below the heading Sumber a source.
 */
final class ManuscriptReader {
    private static final String FENCE = "---";
    private static final String SOURCES = "Sumber";

    private final List<Block> blocks = new ArrayList<>();
    private final List<List<Span>> points = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private boolean numbered;
    private boolean amongSources;

    private ManuscriptReader() {}

    /** @throws IllegalArgumentException if it has no head, or its head lacks something */
    static Manuscript read(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.subList(1, lines.size()).indexOf(FENCE);
        if (!lines.getFirst().equals(FENCE) || end < 0) {
            throw new IllegalArgumentException("A manuscript begins with its head between two lines of " + FENCE);
        }
        ManuscriptReader reader = new ManuscriptReader();
        lines.subList(end + 2, lines.size()).forEach(reader::line);
        reader.finishGroup();
        return Manuscript.of(head(lines.subList(1, end + 1)), reader.blocks);
    }

    private static Map<String, String> head(List<String> lines) {
        Map<String, String> head = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return head;
    }

    private void line(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("- ") || line.matches("\\d+\\. .*")) {
            point(!line.startsWith("- "), line.substring(line.indexOf(' ') + 1));
        } else if (line.startsWith("= ")) {
            figure(line.substring(2));
        } else if (line.startsWith("## ")) {
            finishGroup();
            amongSources = line.endsWith(SOURCES);
            if (!amongSources) {
                blocks.add(new Heading(line.substring(3)));
            }
        } else if (amongSources) {
            sources.add(line);
        } else {
            finishGroup();
            blocks.add(line.startsWith("> ") ? new Message(line.substring(2)) : new Paragraph(Span.parse(line)));
        }
    }

    private void point(boolean ofSteps, String text) {
        if (ofSteps != numbered || !figures.isEmpty()) {
            finishGroup();
        }
        numbered = ofSteps;
        points.add(Span.parse(text));
    }

    private void figure(String line) {
        String[] parts = line.split(" \\| ", 2);
        figures.add(new Figure(parts[0], parts[1]));
    }

    private void finishGroup() {
        if (!points.isEmpty()) {
            blocks.add(new Points(numbered, List.copyOf(points)));
        }
        if (!figures.isEmpty()) {
            blocks.add(new Figures(List.copyOf(figures)));
        }
        if (!sources.isEmpty()) {
            blocks.add(new Sources(SOURCES, List.copyOf(sources)));
        }
        points.clear();
        figures.clear();
        sources.clear();
    }
}
