package id.jipp.ui.process;

import id.jipp.sync.rough.RoughLine;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What lies between two hubs: a line for the calls of each, both cut, silenced, unruly and mended together. */
final class Cable implements AutoCloseable {
    private final List<UnrulyLine> unruly;
    private final List<RoughLine> rough;

    /** Links the two, who know each other only by the ends of this cable. */
    Cable(ProcessHub one, ProcessHub other) throws IOException {
        unruly = List.of(new UnrulyLine(other.port()), new UnrulyLine(one.port()));
        rough = List.of(
                new RoughLine(unruly.getFirst().port()),
                new RoughLine(unruly.getLast().port()));
        one.link(other, rough.getFirst().address());
        other.link(one, rough.getLast().address());
    }

    /** Every connection ends, and no new one lasts, until it is mended. */
    void cut() {
        rough.forEach(line -> line.shut(true));
    }

    /** Swallows all that is said, and tells nobody: half open, until it is mended. */
    void silence() {
        rough.forEach(line -> line.silence(true));
    }

    void mend() {
        rough.forEach(line -> {
            line.silence(false);
            line.shut(false);
        });
    }

    /** From now on each of its lines does so many misdeeds. */
    void unruly(int misdeeds, long seed) {
        unruly.getFirst().unruly(misdeeds, seed);
        unruly.getLast().unruly(misdeeds, seed + 1_000);
    }

    /** Of the line in use; the other carries nothing. */
    int misdeedsLeft() {
        return unruly.stream().mapToInt(UnrulyLine::misdeedsLeft).min().orElseThrow();
    }

    Map<Misdeed, Integer> misdeeds() {
        Map<Misdeed, Integer> all = new EnumMap<>(Misdeed.class);
        unruly.forEach(line -> line.misdeeds().forEach((misdeed, times) -> all.merge(misdeed, times, Integer::sum)));
        return all;
    }

    /** Connections made through it so far. */
    int connections() {
        return rough.stream().mapToInt(RoughLine::connections).sum();
    }

    @Override
    public void close() throws IOException {
        for (RoughLine line : rough) {
            line.close();
        }
        for (UnrulyLine line : unruly) {
            line.close();
        }
    }
}
