package id.jipp.sync.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Acceptance;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The bytes of protocol 1.0, frozen in {@code frames-1.0.txt}: hubs in the field speak them. Never change that file; what
 * is new stands in a file of its own: a frame an older program may skip, or a new minor version.
 */
class GoldenFramesTest {
    @Test
    @DisplayName("X3: what is sent today has the bytes it has always had")
    void whatIsSentHasItsBytes() throws IOException {
        assertThat(lines(RealFrames.byName())).isEqualTo(frozen("frames-1.0.txt"));
        assertThat(lines(RealFrames.filesByName())).isEqualTo(frozen("frames-1.0-files.txt"));
        assertThat(lines(RealFrames.glimpsesByName())).isEqualTo(frozen("frames-1.0-glimpse.txt"));
        assertThat(lines(RealFrames.epochsByName())).isEqualTo(frozen("frames-1.1.txt"));
    }

    private static List<String> lines(Map<String, Frame> frames) {
        List<String> lines = new ArrayList<>();
        frames.forEach((name, frame) -> lines.add(name + ": " + HexFormat.of().formatHex(Frames.encode(frame))));
        return lines;
    }

    @Test
    @DisplayName("X3: the old bytes are still read, and written again the same")
    void oldBytesAreStillRead() throws IOException {
        List<String> all = new ArrayList<>(frozen("frames-1.0.txt"));
        all.addAll(frozen("frames-1.0-files.txt"));
        all.addAll(frozen("frames-1.0-glimpse.txt"));
        all.addAll(frozen("frames-1.1.txt"));
        Map<String, String> read = new LinkedHashMap<>();
        Map<String, String> frozen = new LinkedHashMap<>();
        for (String line : all) {
            String name = line.substring(0, line.indexOf(": "));
            String hex = line.substring(line.indexOf(": ") + 2);
            frozen.put(name, hex);
            Frame frame = Frames.decode(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            read.put(name, HexFormat.of().formatHex(Frames.encode(frame)));
        }

        assertThat(read).isEqualTo(frozen);
    }

    @Test
    @DisplayName("X3: a frozen epoch is taken in, counts, and has erased what it says")
    void aFrozenEpochIsTakenIn() throws IOException {
        HubIdentity bali = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
        InMemoryHubLog log = new InMemoryHubLog(bali, hub -> bali.publicKey(), Clock.systemUTC(), new Random(3));
        String hex = frozen("frames-1.1.txt").getLast();
        byte[] bytes = HexFormat.of().parseHex(hex.substring(hex.indexOf(": ") + 2));
        Frame.Entries entries = (Frame.Entries) Frames.decode(ByteBuffer.wrap(bytes));

        assertThat(log.accept(new EntryRange(entries.stream(), entries.entries())))
                .isInstanceOf(Acceptance.Accepted.class);
        assertThat(Epochs.current(log, new StreamId(bali.hub(), StreamName.PUBLIC)))
                .isEqualTo(entries.stream());
        assertThat(Erased.of(entries.entries().getLast()))
                .contains(new Erased(StreamName.PUBLIC, List.of(1L), "person"));
    }

    private static List<String> frozen(String file) throws IOException {
        try (InputStream in = GoldenFramesTest.class.getResourceAsStream("/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
