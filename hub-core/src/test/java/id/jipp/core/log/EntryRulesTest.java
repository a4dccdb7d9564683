package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Acceptance.Accepted;
import id.jipp.core.log.Acceptance.AlreadyKnown;
import id.jipp.core.log.Acceptance.Forked;
import id.jipp.core.log.Acceptance.Gap;
import id.jipp.core.log.Acceptance.Reason;
import id.jipp.core.log.Acceptance.Rejected;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    private static final HubId BALI = new HubId("bali");
    private static final StreamId STREAM = new StreamId(BALI, StreamName.PUBLIC);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:42:00.123Z"), ZoneOffset.UTC);

    private final HubIdentity bali = identity("bali", 1);
    private final HubIdentity jatim = identity("jatim", 2);
    private final AuthorKeys keys = hub -> hub.equals(BALI) ? bali.publicKey() : null;
    private final InMemoryHubLog here = new InMemoryHubLog(jatim, keys, CLOCK, new Random(3));
    private final InMemoryHubLog there = new InMemoryHubLog(bali, keys, CLOCK, new Random(4));

    @Test
    void whatOneHubWroteAnotherTakesIn() {
        there.append(StreamName.PUBLIC, news(3));

        assertThat(here.accept(range(0))).isEqualTo(new Accepted(3, new Position(3)));
        assertThat(here.heads()).isEqualTo(there.heads());
        assertThat(here.accept(range(0))).isEqualTo(new AlreadyKnown());
    }

    @Test
    void anOverlapAddsOnlyWhatIsNew() {
        there.append(StreamName.PUBLIC, news(3));
        here.accept(range(0));
        there.append(StreamName.PUBLIC, news(2));

        assertThat(here.accept(range(0))).isEqualTo(new Accepted(2, new Position(5)));
    }

    @Test
    @DisplayName("S4: what leaves a gap is not stored, and the answer names the number that would follow")
    void gap() {
        there.append(StreamName.PUBLIC, news(1));
        there.append(StreamName.PUBLIC, news(1));

        assertThat(here.accept(range(1))).isEqualTo(new Gap(1));
        assertThat(here.last()).isEqualTo(Position.START);
    }

    @Test
    @DisplayName("S1: any bit changed anywhere in an entry makes it refused and nothing is stored")
    void everyBitCounts() {
        Entry entry = there.append(StreamName.PUBLIC, news(1)).getFirst().entry();

        for (int bit = 0; bit < entry.headerBytes().length * 8; bit++) {
            byte[] header = flipped(entry.headerBytes(), bit);
            assertThat(refused(header, entry.signature(), entry.payload())).isTrue();
        }
        for (int bit = 0; bit < entry.signature().length * 8; bit++) {
            assertThat(refused(entry.headerBytes(), flipped(entry.signature(), bit), entry.payload()))
                    .isTrue();
        }
        for (int bit = 0; bit < entry.payload().length * 8; bit++) {
            assertThat(refused(entry.headerBytes(), entry.signature(), flipped(entry.payload(), bit)))
                    .isTrue();
        }
        assertThat(here.last()).isEqualTo(Position.START);
    }

    @Test
    @DisplayName("S1: a header that does not say what its bytes say is refused")
    void headerAndBytesDiffer() {
        Entry one = there.append(StreamName.PUBLIC, news(1)).getFirst().entry();
        Entry two = there.append(StreamName.PUBLIC, news(1)).getFirst().entry();
        Entry mixed = new Entry(one.header(), two.headerBytes(), two.signature(), one.payload());

        assertThat(here.accept(new EntryRange(STREAM, List.of(mixed)))).isEqualTo(new Rejected(Reason.MALFORMED));
    }

    @Test
    @DisplayName("S1: a change in the middle of a range breaks the chain to its signed end")
    void middleOfARange() {
        there.append(StreamName.PUBLIC, news(3));
        List<Entry> entries = new ArrayList<>(there.read(STREAM, 0, 10, 1_000_000));
        Entry middle = entries.get(1);
        EntryHeader header = middle.header();
        EntryHeader forged = new EntryHeader(
                STREAM,
                header.seq(),
                header.previous(),
                "forged",
                header.kindVersion(),
                header.time(),
                header.payloadHash(),
                header.payloadBytes());
        entries.set(1, new Entry(forged, EntryCodec.encode(forged), null, middle.payload()));

        assertThat(here.accept(new EntryRange(STREAM, entries))).isEqualTo(new Rejected(Reason.BROKEN_CHAIN));
    }

    @Test
    @DisplayName("S2: an entry under another hub's key is refused, and so is one of an unknown hub")
    void wrongAuthor() {
        InMemoryHubLog impostor = new InMemoryHubLog(HubIdentity.ofSeed(BALI, seed(9)), keys, CLOCK, new Random(5));
        impostor.append(StreamName.PUBLIC, news(1));
        InMemoryHubLog stranger = new InMemoryHubLog(identity("papua", 6), keys, CLOCK, new Random(6));
        stranger.append(StreamName.PUBLIC, news(1));

        assertThat(here.accept(new EntryRange(STREAM, impostor.read(STREAM, 0, 1, 9_999))))
                .isEqualTo(new Rejected(Reason.BAD_SIGNATURE));
        StreamId papua = new StreamId(new HubId("papua"), StreamName.PUBLIC);
        assertThat(here.accept(new EntryRange(papua, stranger.read(papua, 0, 1, 9_999))))
                .isEqualTo(new Rejected(Reason.UNKNOWN_AUTHOR));
    }

    @Test
    @DisplayName("S4: number 0, a number beyond 2^40, and a first entry with a predecessor are no headers")
    void impossibleNumbers() {
        Entry entry = there.append(StreamName.PUBLIC, news(1)).getFirst().entry();
        int seqAt = 1 + 5 + 7;
        for (long seq : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, LogLimits.SEQ_MAX + 1, 2}) {
            byte[] header = entry.headerBytes().clone();
            java.nio.ByteBuffer.wrap(header).putLong(seqAt, seq);
            assertThatThrownBy(() -> Entry.received(header, entry.signature(), entry.payload()))
                    .isInstanceOf(MalformedEntry.class);
        }
    }

    @Test
    @DisplayName("S4: an entry that follows another history of the same hub is a fork, not a continuation")
    void anotherHistory() {
        there.append(StreamName.PUBLIC, news(1));
        here.accept(range(0));
        InMemoryHubLog twin = new InMemoryHubLog(bali, keys, CLOCK, new Random(7));
        twin.append(StreamName.PUBLIC, news(1));
        twin.append(StreamName.PUBLIC, news(1));

        Acceptance answer = here.accept(new EntryRange(STREAM, twin.read(STREAM, 1, 9, 9_999)));

        assertThat(answer)
                .isEqualTo(new Forked(
                        1,
                        there.head(STREAM).hash(),
                        twin.read(STREAM, 0, 1, 1).getFirst().hash()));
        assertThat(here.head(STREAM).seq()).isEqualTo(1);
    }

    @Test
    @DisplayName("S5: small-order, all-zero and non-canonical keys verify nothing")
    void badKeys() {
        byte[] message = "jipp".getBytes(StandardCharsets.US_ASCII);
        byte[] identitySignature = new byte[64];
        identitySignature[0] = 1;
        for (String key : SMALL_ORDER_AND_NON_CANONICAL) {
            byte[] bytes = HexFormat.of().parseHex(key);
            assertThat(Ed25519.isKey(bytes)).as(key).isFalse();
            assertThat(Ed25519.verifies(bytes, message, identitySignature))
                    .as(key)
                    .isFalse();
            assertThat(Ed25519.verifies(bytes, message, new byte[64])).as(key).isFalse();
        }
        assertThat(Ed25519.isKey(bali.publicKey())).isTrue();
    }

    @Test
    @DisplayName("S5: the same signature with S plus the group order, or a non-canonical R, fails")
    void nonCanonicalSignatures() {
        byte[] message = "jipp".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = bali.sign(message);
        assertThat(Ed25519.verifies(bali.publicKey(), message, signature)).isTrue();

        assertThat(Ed25519.verifies(bali.publicKey(), message, withOrderAdded(signature)))
                .isFalse();
        byte[] nonCanonicalR = signature.clone();
        java.util.Arrays.fill(nonCanonicalR, 0, 31, (byte) 0xff);
        nonCanonicalR[31] = 0x7f;
        assertThat(Ed25519.verifies(bali.publicKey(), message, nonCanonicalR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 63, 65, 1000})
    @DisplayName("S5: keys and signatures of any other size are false, not an exception")
    void anySize(int size) {
        byte[] odd = new byte[size];
        assertThat(Ed25519.verifies(odd, odd, new byte[64])).isFalse();
        assertThat(Ed25519.verifies(bali.publicKey(), odd, odd)).isFalse();
        assertThat(Ed25519.isKey(odd)).isFalse();
    }

    @Test
    @DisplayName("S6: a signature made for anything else does not count for an entry")
    void otherPurpose() {
        Entry entry = there.append(StreamName.PUBLIC, news(1)).getFirst().entry();
        byte[] bare = bali.sign(entry.headerBytes());
        byte[] hello = bali.sign(concat("jipp.hello.1\n", entry.headerBytes()));

        assertThat(refused(entry.headerBytes(), bare, entry.payload())).isTrue();
        assertThat(refused(entry.headerBytes(), hello, entry.payload())).isTrue();
    }

    @Test
    void aPayloadMayBeMissing() {
        there.append(StreamName.PUBLIC, news(2));
        there.erase(STREAM, 1);

        assertThat(here.accept(range(0))).isInstanceOf(Accepted.class);
        assertThat(here.read(STREAM, 0, 2, 9_999).getFirst().isErased()).isTrue();
    }

    @Test
    void aSignatureThatNobodyCheckedIsNotKept() {
        there.append(StreamName.PUBLIC, news(1));
        there.append(StreamName.PUBLIC, news(1));
        List<Entry> entries = new ArrayList<>(there.read(STREAM, 0, 2, 9_999));
        Entry first = entries.getFirst();
        entries.set(0, new Entry(first.header(), first.headerBytes(), new byte[64], first.payload()));

        assertThat(here.accept(new EntryRange(STREAM, entries))).isInstanceOf(Accepted.class);
        assertThat(here.read(STREAM, 0, 2, 9_999).getFirst().signature()).isNull();
    }

    @Test
    void aRangeWhoseLastEntryIsNotSignedIsRefused() {
        there.append(StreamName.PUBLIC, news(2));
        List<Entry> cut = there.read(STREAM, 0, 2, 9_999).subList(0, 1);

        assertThat(here.accept(new EntryRange(STREAM, cut))).isEqualTo(new Rejected(Reason.BAD_SIGNATURE));
    }

    @Test
    @DisplayName("S4: an author that hardly ever signs is refused: such entries could not be given on")
    void tooLongAPieceIsRefused() {
        there.append(StreamName.PUBLIC, news(64));
        there.append(StreamName.PUBLIC, news(64));
        List<Entry> entries = new ArrayList<>(there.read(STREAM, 0, 200, 10_000_000));
        assertThat(entries).hasSize(128);
        entries.set(63, entries.get(63).unsigned());

        assertThat(here.accept(new EntryRange(STREAM, entries))).isEqualTo(new Rejected(Reason.TOO_LARGE));
    }

    @Test
    void piecesDoNotGrowFromHubToHub() {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            there.append(
                    StreamName.PUBLIC,
                    Collections.nCopies(
                            1 + random.nextInt(random.nextInt(4) == 0 ? 150 : 6),
                            new NewEntry("test.happened", 1, new byte[random.nextInt(60_000)])));
        }
        List<InMemoryHubLog> line = new ArrayList<>(List.of(there));
        for (int i = 0; i < 6; i++) {
            line.add(new InMemoryHubLog(jatim, keys, CLOCK, new Random(i)));
        }
        long all = there.head(STREAM).seq();
        while (line.getLast().head(STREAM).seq() < all) {
            int at = random.nextInt(6);
            long held = line.get(at + 1).head(STREAM).seq();
            List<Entry> more = line.get(at).read(STREAM, held, 1 + random.nextInt(200), 2_000_000);
            if (!more.isEmpty()) {
                assertThat(line.get(at + 1).accept(new EntryRange(STREAM, more)))
                        .isInstanceOf(Accepted.class);
            }
        }
        for (long after = 0; after < all; ) {
            List<Entry> piece = line.getLast().read(STREAM, after, 1, 1);
            assertThat(piece).hasSizeLessThanOrEqualTo(LogLimits.PIECE_ENTRIES);
            assertThat(piece.stream().mapToInt(Entry::size).sum())
                    .isLessThanOrEqualTo(LogLimits.PIECE_BYTES + LogLimits.ENTRY_BYTES_MAX);
            after = piece.getLast().seq();
        }
    }

    private EntryRange range(long after) {
        return new EntryRange(STREAM, there.read(STREAM, after, 1_000, 10_000_000));
    }

    private boolean refused(byte[] header, byte[] signature, byte[] payload) {
        Entry entry;
        try {
            entry = Entry.received(header, signature, payload);
        } catch (MalformedEntry malformed) {
            return true;
        }
        return here.accept(new EntryRange(entry.stream(), List.of(entry))) instanceof Rejected;
    }

    private static List<NewEntry> news(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewEntry("test.happened", 1, ("number " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private static byte[] concat(String prefix, byte[] bytes) {
        byte[] start = prefix.getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        return all;
    }

    private static byte[] withOrderAdded(byte[] signature) {
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] little = java.util.Arrays.copyOfRange(signature, 32, 64);
        byte[] sum = new BigInteger(1, reversed(little)).add(order).toByteArray();
        byte[] padded = new byte[32];
        int take = Math.min(32, sum.length);
        System.arraycopy(sum, sum.length - take, padded, 32 - take, take);
        byte[] changed = signature.clone();
        System.arraycopy(reversed(padded), 0, changed, 32, 32);
        return changed;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static HubIdentity identity(String hub, int seed) {
        return HubIdentity.ofSeed(new HubId(hub), seed(seed));
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    /** The points of order 1, 2, 4 and 8, and encodings of y at or above the prime. */
    private static final List<String> SMALL_ORDER_AND_NON_CANONICAL = List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
}
