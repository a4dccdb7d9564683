package id.jipp.ui.network;

import com.vaadin.flow.component.Html;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A small drawing of the hubs we are linked with, words on each line; the list below it says the same. Drawn here, so
 * that it needs no script; once wide, once for a phone. Text from afar is escaped.
 */
final class NetworkMap {
    private static final int DRAWN_MAX = 12;
    private static final int NAME_CHARS_MAX = 22;
    private static final int MARK_CHARS_MAX = 40;

    /** @param kind {@code well}, {@code wait}, {@code off} or {@code bad} */
    record Neighbour(String name, String mark, String kind) {}

    private NetworkMap() {}

    static Html wide(String self, List<Neighbour> all, String label) {
        List<Neighbour> neighbours = all.stream().limit(DRAWN_MAX).toList();
        int left = (neighbours.size() + 1) / 2;
        int rows = Math.max(1, left);
        int height = Math.max(200, rows * 92);
        StringBuilder lines = new StringBuilder();
        StringBuilder hubs = new StringBuilder();
        int middle = height / 2;
        for (int i = 0; i < neighbours.size(); i++) {
            boolean onLeft = i < left;
            int inColumn = onLeft ? i : i - left;
            int column = onLeft ? left : neighbours.size() - left;
            int y = height * (2 * inColumn + 1) / (2 * column);
            int x = onLeft ? 200 : 800;
            Neighbour neighbour = neighbours.get(i);
            lines.append(line(500, middle, x, y, neighbour.kind()));
            hubs.append(circle(x, y, 10, neighbour.kind()))
                    .append(text(
                            onLeft ? x - 22 : x + 22, y + 5, onLeft ? "end" : "start", "name", cut(neighbour.name())))
                    .append(mark(x, y, middle, onLeft, neighbour));
        }
        hubs.append("<circle class='self' cx='500' cy='" + middle + "' r='15'/>")
                .append(text(500, middle + 40, "middle", "name", cut(self)));
        return drawing("wide", 1000, height, label, lines, hubs);
    }

    static Html narrow(String self, List<Neighbour> all, String label) {
        List<Neighbour> neighbours = all.stream().limit(DRAWN_MAX).toList();
        int height = 64 + neighbours.size() * 64;
        StringBuilder lines = new StringBuilder();
        StringBuilder hubs = new StringBuilder();
        for (int i = 0; i < neighbours.size(); i++) {
            int y = 96 + i * 64;
            Neighbour neighbour = neighbours.get(i);
            lines.append("<path class='link " + neighbour.kind() + "' d='M20 28V" + (y - 12) + "Q20 " + y + " 34 " + y
                    + "H52'/>");
            hubs.append(circle(60, y, 8, neighbour.kind()))
                    .append(text(78, y - 3, "start", "name", cut(neighbour.name())))
                    .append(text(78, y + 16, "start", "saying", cut(neighbour.mark(), MARK_CHARS_MAX)));
        }
        hubs.append("<circle class='self' cx='20' cy='28' r='12'/>").append(text(42, 33, "start", "name", cut(self)));
        return drawing("narrow", 340, height, label, lines, hubs);
    }

    private static Html drawing(
            String kind, int width, int height, String label, CharSequence lines, CharSequence hubs) {
        return new Html("<div class='map " + kind + "'><svg viewBox='0 0 " + width + " " + height
                + "' role='img' aria-label='" + HtmlUtils.htmlEscape(label) + "'>" + lines + hubs + "</svg></div>");
    }

    /** On the line itself, a little above it, nearer to the neighbour, so that marks do not meet in the middle. */
    private static String mark(int x, int y, int middle, boolean onLeft, Neighbour neighbour) {
        int at = onLeft ? x + 24 : x - 24;
        double slope = (middle - y) / 300.0;
        int above = (int) Math.round(y + slope * 24) + (slope < 0 ? 26 : -12);
        return text(at, above, onLeft ? "start" : "end", "saying", cut(neighbour.mark(), MARK_CHARS_MAX));
    }

    private static String line(int x1, int y1, int x2, int y2, String kind) {
        return "<line class='link " + kind + "' x1='" + x1 + "' y1='" + y1 + "' x2='" + x2 + "' y2='" + y2 + "'/>";
    }

    private static String circle(int x, int y, int radius, String kind) {
        return "<circle class='hub-at " + kind + "' cx='" + x + "' cy='" + y + "' r='" + radius + "'/>";
    }

    private static String text(int x, int y, String anchor, String kind, String words) {
        return "<text class='" + kind + "' x='" + x + "' y='" + y + "' text-anchor='" + anchor + "'>"
                + HtmlUtils.htmlEscape(words) + "</text>";
    }

    private static String cut(String name) {
        return cut(name, NAME_CHARS_MAX);
    }

    private static String cut(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, charsMax - 1) + "…";
    }
}
