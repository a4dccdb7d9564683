package id.jipp.core.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log holds, in a form two hubs can compare.
 *
 * @param streams every stream and its head, in order
 * @param publicDigest SHA-256 over one line {@code hub seq hash} for each public stream, in the order of hubs; equal on
 *     hubs that hold the same public streams
 */
public record Digest(List<Line> streams, Hash publicDigest) {
    public Digest {
        streams = List.copyOf(streams);
    }

    /** One stream and its head. */
    public record Line(StreamId stream, Head head) {}

    public static Digest of(Heads heads) {
        List<Line> lines = heads.byStream().entrySet().stream()
                .map(each -> new Line(each.getKey(), each.getValue()))
                .toList();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Line line : lines) {
            if (line.stream().name().isPublic()) {
                text.writeBytes((line.stream().hub() + " " + line.head().seq() + " "
                                + line.head().hash() + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        return new Digest(lines, Hash.sha256(text.toByteArray()));
    }
}
