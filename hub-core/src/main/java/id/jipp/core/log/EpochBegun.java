package id.jipp.core.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The first entry of every epoch of a stream but its first: why there is one, and how much of what follows only says
 * again what stood in the epoch before. Kind {@code log.epoch}, version 1.
 *
 * @param undisputed up to where the stream before was signed once; {@link Head#NONE} if nothing of it was
 * @param restated how many entries say again what its hub holds; from the one after them on the epoch counts
 * @param proof that the stream before was signed twice
 */
record EpochBegun(Head undisputed, long restated, Fork proof) {
    static final String KIND = "log.epoch";

    @JsonPropertyOrder({"stream", "undisputed", "hash", "restated", "twice", "one", "other"})
    private record Form(
            String stream, long undisputed, String hash, long restated, long twice, List<Line> one, List<Line> other) {}

    /** An entry without its payload; bytes as Base64. */
    @JsonPropertyOrder({"header", "signature"})
    private record Line(byte[] header, byte @Nullable [] signature) {}

    NewEntry entry() {
        return new NewEntry(
                KIND,
                1,
                PayloadJson.MAPPER.writeValueAsBytes(new Form(
                        proof.stream().name().value(),
                        undisputed.seq(),
                        undisputed.hash().toString(),
                        restated,
                        proof.seq(),
                        lines(proof.ours()),
                        lines(proof.theirs()))));
    }

    /** What the first entry of an epoch says; empty if it is none, or malformed. The proof is not verified. */
    static Optional<EpochBegun> of(Entry first) {
        StreamName name = first.stream().name();
        boolean is = name.epoch() > 1
                && first.seq() == 1
                && first.header().kind().equals(KIND)
                && first.header().kindVersion() == 1;
        byte[] content = is ? first.content() : null;
        if (content == null) {
            return Optional.empty();
        }
        StreamId before = new StreamId(first.stream().hub(), name.at(name.epoch() - 1));
        try {
            Form form = Objects.requireNonNull(PayloadJson.MAPPER.readValue(content, Form.class));
            boolean right = form.stream().equals(before.name().value())
                    && form.undisputed() == form.twice() - 1
                    && form.restated() >= 0
                    && form.restated() < LogLimits.SEQ_MAX;
            return right
                    ? Optional.of(new EpochBegun(
                            new Head(form.undisputed(), Hash.parse(form.hash())),
                            form.restated(),
                            new Fork(before, form.twice(), entries(form.one()), entries(form.other()))))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | NullPointerException | MalformedEntry wrong) {
            return Optional.empty();
        }
    }

    private static List<Line> lines(List<Entry> side) {
        return side.stream()
                .map(entry -> new Line(entry.headerBytes(), entry.signature()))
                .toList();
    }

    private static List<Entry> entries(List<Line> side) {
        return side.stream()
                .map(line -> Entry.received(line.header(), line.signature(), null))
                .toList();
    }
}
