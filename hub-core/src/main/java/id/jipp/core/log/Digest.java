package id.jipp.core.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a hub holds, short enough for two hubs to compare.
 *
 * @param heads the newest entry of each stream, in the order of stream ids
 * @param publicDigest equal on hubs that hold the same public streams up to the same entries; of a stream with
 *     several epochs the newest counts
 */
public record Digest(List<Map.Entry<StreamId, Head>> heads, Hash publicDigest) {
    public Digest {
        heads = List.copyOf(heads);
    }

    private static String epoch(StreamId stream) {
        return stream.name().epoch() == 1 ? "" : "~" + stream.name().epoch();
    }

    public static Digest of(Heads heads) {
        StringBuilder lines = new StringBuilder("jipp-public-digest.1\n");
        heads.byStream().forEach((stream, head) -> {
            if (stream.name().isPublic() && head.seq() > 0 && !Epochs.isOver(heads, stream)) {
                lines.append(stream.hub())
                        .append(epoch(stream))
                        .append(' ')
                        .append(head.seq())
                        .append(' ')
                        .append(head.hash())
                        .append('\n');
            }
        });
        return new Digest(
                heads.byStream().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .toList(),
                Hash.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
