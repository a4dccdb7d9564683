package id.jipp.ui.process;

import id.jipp.sync.rough.RoughLine;
import java.io.IOException;
import java.util.List;

/** What lies between two hubs: a line for the calls of each, both cut, silenced and mended together. */
final class Cable implements AutoCloseable {
    private final List<RoughLine> lines;

    /** Links the two, who know each other only by the ends of this cable. */
    Cable(ProcessHub one, ProcessHub other) throws IOException {
        RoughLine toOther = new RoughLine(other.port());
        RoughLine toOne = new RoughLine(one.port());
        lines = List.of(toOther, toOne);
        one.link(other, toOther.address());
        other.link(one, toOne.address());
    }

    /** Every connection ends, and no new one lasts, until it is mended. */
    void cut() {
        lines.forEach(line -> line.shut(true));
    }

    /** Swallows all that is said, and tells nobody: half open, until it is mended. */
    void silence() {
        lines.forEach(line -> line.silence(true));
    }

    void mend() {
        lines.forEach(line -> {
            line.silence(false);
            line.shut(false);
        });
    }

    /** Connections made through it so far. */
    int connections() {
        return lines.stream().mapToInt(RoughLine::connections).sum();
    }

    @Override
    public void close() throws IOException {
        for (RoughLine line : lines) {
            line.close();
        }
    }
}
