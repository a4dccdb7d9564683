package id.jipp.demo;

import java.util.List;

/** What a manuscript is made of, from top to bottom. */
sealed interface Block {
    record Heading(String text) implements Block {}

    record Paragraph(List<Span> spans) implements Block {}

    /** The one sentence to remember. */
    record Message(String text) implements Block {}

    /** @param numbered whether the order of the points matters */
    record Points(boolean numbered, List<List<Span>> points) implements Block {}

    record Figures(List<Figure> figures) implements Block {}

    /** Where the facts come from, a line each. */
    record Sources(String heading, List<String> lines) implements Block {}

    record Figure(String value, String words) {}
}
