package id.jipp.ui.story;

import id.jipp.sync.rough.RoughLine;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A line between a browser and a hub that a test can cut and mend: an address of its own on loopback. */
final class CutLine implements AutoCloseable {
    private final RoughLine line;

    CutLine(RunningHub hub) {
        try {
            line = new RoughLine(hub.port());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    String url() {
        return "http://localhost:" + line.address().getPort();
    }

    /** While it is cut every open connection is gone and a new one ends at once. */
    void cut() {
        line.shut(true);
    }

    void mend() {
        line.shut(false);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
