package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.identity.HubIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that were shipped are read, verified and made the same in every later version. */
class GoldenEntriesTest {
    private static final HubIdentity BALI = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);

    private final Properties golden = new Properties();

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = GoldenEntriesTest.class.getResourceAsStream("/log/entries-v1.properties")) {
            golden.load(in);
        }
    }

    @Test
    void theSameEntryStillHasTheSameBytes() {
        Entry entry = made();
        assertThat(hex(entry.headerBytes())).isEqualTo(golden.getProperty("header"));
        assertThat(hex(entry.signature())).isEqualTo(golden.getProperty("signature"));
        assertThat(hex(entry.payload())).isEqualTo(golden.getProperty("payload"));
        assertThat(entry.hash().toString()).isEqualTo(golden.getProperty("hash"));
        assertThat(hex(EntryRecord.bytes(entry))).isEqualTo(golden.getProperty("record"));
    }

    @Test
    void oldBytesAreStillReadAndVerified() {
        Entry entry = Entry.received(bytes("header"), bytes("signature"), bytes("payload"));

        assertThat(entry.header().stream()).hasToString("bali:room/bali.abcdefgh");
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.header().kind()).isEqualTo("test.happened");
        assertThat(entry.header().kindVersion()).isEqualTo(3);
        assertThat(entry.header().time()).isEqualTo("2026-11-24T02:42:00.123Z");
        assertThat(entry.content()).asString().isEqualTo("halo");
        assertThat(Ed25519.verifies(BALI.publicKey(), EntrySigning.signed(entry.headerBytes()), entry.signature()))
                .isTrue();
        assertThat(hex(EntryRecord.bytes(EntryRecord.read(bytes("record"))))).isEqualTo(golden.getProperty("record"));
    }

    @Test
    void anythingBeforeBehindOrInsteadIsRefused() {
        byte[] header = bytes("header");
        assertRefused(Arrays.copyOf(header, header.length + 1), "one form only");
        assertRefused(new byte[LogLimits.HEADER_BYTES_MAX + 1], "at most 512 bytes");
        for (int length = 0; length < header.length; length++) {
            assertRefused(Arrays.copyOf(header, length), "");
        }
        byte[] version = header.clone();
        version[0] = 2;
        assertRefused(version, "version 1; came: 2");
    }

    private static void assertRefused(byte[] header, String message) {
        assertThatThrownBy(() -> EntryCodec.decode(header))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining(message);
    }

    private static Entry made() {
        EntryAuthor author = new EntryAuthor(
                BALI,
                java.time.Clock.fixed(Instant.parse("2026-11-24T02:42:00.123Z"), java.time.ZoneOffset.UTC),
                new Random(42));
        NewEntry fresh = new NewEntry("test.happened", 3, "halo".getBytes(StandardCharsets.UTF_8));
        return author.write(new StreamName("room/bali.abcdefgh"), Head.NONE, List.of(fresh))
                .getFirst();
    }

    private byte[] bytes(String name) {
        return HexFormat.of().parseHex(golden.getProperty(name));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
