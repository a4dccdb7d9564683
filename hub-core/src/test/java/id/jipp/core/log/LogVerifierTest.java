package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.identity.HubIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerifierTest {
    private static final HubIdentity BALI = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
    private static final AuthorKeys KEYS = hub -> hub.equals(BALI.hub()) ? BALI.publicKey() : null;
    private static final StreamId STREAM = new StreamId(BALI.hub(), StreamName.PUBLIC);

    @TempDir
    Path folder;

    @Test
    void aLogThatIsRightIsOkAndItsPartsAreCounted() {
        try (HubLog log = written(2_500)) {
            log.append(StreamName.PUBLIC, List.of(new Erased(StreamName.PUBLIC, List.of(7L), "person").entry()));
            LogVerifier.Report report = LogVerifier.verify(log, KEYS);

            assertThat(report.problems()).isEmpty();
            assertThat(report.heads()).isEqualTo(log.heads());
            assertThat(report.entries()).isEqualTo(2_501);
            assertThat(report.erased()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("C3: a bit flipped on disk is found, and the entry is never given out")
    void aFlippedBit() {
        written(10).close();
        MVStore store = MVStore.open(folder.resolve("log.mv").toString());
        MVMap<Long, byte[]> records = store.openMap(
                "records",
                new MVMap.Builder<Long, byte[]>()
                        .keyType(org.h2.mvstore.type.LongDataType.INSTANCE)
                        .valueType(org.h2.mvstore.type.ByteArrayDataType.INSTANCE));
        byte[] record = records.get(5L).clone();
        record[record.length / 2] ^= 4;
        records.put(5L, record);
        store.close();

        try (HubLog log = MvHubLog.open(folder, BALI, KEYS, Clock.systemUTC())) {
            LogVerifier.Report report = LogVerifier.verify(log, KEYS);
            assertThat(report.isOk()).isFalse();
            assertThat(report.problems().getFirst())
                    .contains("bali:public after entry")
                    .contains("damaged");
        }
    }

    @Test
    @DisplayName("W9: an entry of an unknown author is found")
    void anUnknownAuthor() {
        try (HubLog log = written(3)) {
            assertThat(LogVerifier.verify(log, hub -> null).problems())
                    .containsExactly("bali:public after entry 0: UNKNOWN_AUTHOR");
        }
    }

    @Test
    void thePublicDigestIsEqualExactlyWhenThePublicStreamsAre() {
        Head one = new Head(1, Hash.sha256(new byte[] {1}));
        StreamId room = new StreamId(BALI.hub(), new StreamName("room/bali.abcdefgh"));
        Digest with = Digest.of(Heads.of(Map.of(STREAM, one, room, one)));

        assertThat(with.heads()).hasSize(2);
        assertThat(Digest.of(Heads.of(Map.of(STREAM, one))).publicDigest()).isEqualTo(with.publicDigest());
        assertThat(Digest.of(Heads.of(Map.of(STREAM, new Head(2, one.hash())))).publicDigest())
                .isNotEqualTo(with.publicDigest());
    }

    private HubLog written(int entries) {
        HubLog log = MvHubLog.open(
                folder,
                folder.resolve("log.mv").toString(),
                DiskReserve.of(folder),
                BALI,
                KEYS,
                Clock.systemUTC(),
                new Random(1));
        for (int from = 0; from < entries; from += 1_000) {
            log.append(
                    StreamName.PUBLIC,
                    IntStream.range(from, Math.min(entries, from + 1_000))
                            .mapToObj(i -> new NewEntry("test.happened", 1, new byte[20]))
                            .toList());
        }
        return log;
    }
}
