package id.jipp.demo;

import java.util.ArrayList;
import java.util.List;

/** A piece of a line in one style. */
record Span(String text, boolean bold) {
    /** What stands between two {@code **} is bold. */
    static List<Span> parse(String text) {
        List<Span> spans = new ArrayList<>();
        String[] pieces = text.split("\\*\\*", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (!pieces[i].isEmpty()) {
                spans.add(new Span(pieces[i], i % 2 == 1));
            }
        }
        return List.copyOf(spans);
    }
}
