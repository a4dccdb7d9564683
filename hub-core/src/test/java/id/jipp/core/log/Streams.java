package id.jipp.core.log;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What tests of other rooms do with the streams of a log. */
public final class Streams {
    private Streams() {}

    /** Takes in at the other what it lacks of the stream. */
    public static void copy(HubLog from, HubLog to, StreamId stream) {
        for (List<Entry> more = lacking(from, to, stream); !more.isEmpty(); more = lacking(from, to, stream)) {
            Acceptance answer = to.accept(new EntryRange(stream, more));
            if (!(answer instanceof Acceptance.Accepted)) {
                throw new IllegalStateException("Not accepted: " + answer);
            }
        }
    }

    private static List<Entry> lacking(HubLog from, HubLog to, StreamId stream) {
        return from.read(stream, to.head(stream).seq(), LogLimits.RANGE_ENTRIES_MAX, 1 << 20);
    }

    /** A second log with the same key that goes its own way from now on: what must never be. */
    public static InMemoryHubLog twin(InMemoryHubLog log, Signer signer) {
        return InMemoryHubLog.restored(log, signer, hub -> null, Clock.systemUTC(), new Random(77));
    }

    /** That both signed this number. */
    public static Fork proof(HubLog one, HubLog other, StreamId stream, long seq) {
        return new Fork(stream, seq, side(one, stream, seq), side(other, stream, seq));
    }

    private static List<Entry> side(HubLog log, StreamId stream, long seq) {
        return log.read(stream, seq - 1, 1, 1).stream().map(Entry::bare).toList();
    }

    /** What is left of the payloads of a stream, as text. */
    public static String kept(HubLog log, StreamId stream) {
        return log.read(stream, 0, LogLimits.RANGE_ENTRIES_MAX, 1 << 24).stream()
                .map(Entry::content)
                .filter(java.util.Objects::nonNull)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
