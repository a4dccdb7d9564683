package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.Hash;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.DiskBlobs;
import id.jipp.core.material.Manifest;
import id.jipp.core.outcome.Problem;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.session.TestExchange;
import id.jipp.sync.session.TestHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelFilesTest {
    private final TestHub bali = TestHub.of("bali");
    private final TestHub jatim = TestHub.of("jatim");

    @TempDir
    Path disk;

    private Blobs atBali;
    private Blobs atJatim;
    private final TestExchange ofBali = new TestExchange();
    private final TestExchange ofJatim = new TestExchange();
    private final Courier maker = new Courier(bali);
    private final Courier taker = new Courier(jatim);
    private final byte[] slides = content(1, 2 * Manifest.CHUNK_BYTES + 700_000);
    private final byte[] note = content(2, 3_000);

    @BeforeEach
    void share() throws IOException {
        atBali = DiskBlobs.open(Files.createDirectory(disk.resolve("bali")), DiskReserve.of(disk));
        atJatim = DiskBlobs.open(Files.createDirectory(disk.resolve("jatim")), DiskReserve.of(disk));
        TestHub.link(bali, jatim);
        maker.files = new ParcelHome.FilesHere(atBali, ofBali);
        taker.files = new ParcelHome.FilesHere(atJatim, ofJatim);
        bali.write("public", "tentang dua berkas");
        share(slides);
        share(note);
    }

    @Test
    void filesComeBehindTheEntriesThatTellOfThem() throws Exception {
        ParcelTaken taken = taker.took(maker.parcelFor(jatim));

        assertThat(taken.files()).isEqualTo(2);
        assertThat(taken.filesLeft()).isZero();
        assertThat(atJatim.read(Hash.sha256(slides), 0, slides.length)).isEqualTo(slides);
        assertThat(atJatim.read(Hash.sha256(note), 0, note.length)).isEqualTo(note);
    }

    @Test
    void theSecondTimeTheyAreHereAlready() {
        byte[] parcel = maker.parcelFor(jatim);
        taker.took(parcel);

        ParcelTaken again = taker.took(parcel);

        assertThat(again.changedNothing()).isTrue();
        assertThat(again.filesKnown()).isEqualTo(2);
    }

    @Test
    void onlyFilesOfTheChosenSizeGoIn() {
        ParcelTaken taken = taker.took(maker.parcel(new ParcelOrder(jatim.id, false, 1 << 20)));

        assertThat(taken.files()).isEqualTo(1);
        assertThat(atJatim.has(Hash.sha256(note))).isTrue();
        assertThat(maker.parcel(new ParcelOrder(jatim.id, false, 0)).length).isLessThan(2_000);
        assertThat(maker.parcelFor(null).length).as("for anybody").isLessThan(2_000);
    }

    @Test
    @DisplayName("U10: what may not be given is not in the parcel, and what nobody asked for is not kept")
    void neitherGivenNorKeptAgainstTheRules() {
        ofBali.given.remove(Hash.sha256(slides));
        ofJatim.wanted.clear();

        byte[] parcel = maker.parcelFor(jatim);
        ParcelTaken taken = taker.took(parcel);

        assertThat(parcel.length).isLessThan(10_000);
        assertThat(taken.files()).isZero();
        assertThat(taken.filesLeft()).isEqualTo(1);
        assertThat(atJatim.arrived(Hash.sha256(note))).isZero();
    }

    @Test
    @DisplayName("U8: a file whose parcel was cut goes on where it stood")
    void aCutFileGoesOn() {
        byte[] parcel = maker.parcelFor(jatim);

        ParcelTaken cut = taker.took(Arrays.copyOf(parcel, parcel.length - 600_000));
        assertThat(cut.stopped()).extracting(Problem::reason).isEqualTo("parcel-cut");
        assertThat(cut.files()).isEqualTo(1);
        assertThat(cut.filesLeft()).isEqualTo(1);
        assertThat(atJatim.arrived(Hash.sha256(slides))).isGreaterThan(2L * Manifest.CHUNK_BYTES);
        ParcelTaken whole = taker.took(parcel);

        assertThat(whole.files()).isEqualTo(1);
        assertThat(whole.filesKnown()).isEqualTo(1);
        assertThat(atJatim.has(Hash.sha256(slides))).isTrue();
    }

    @Test
    @DisplayName(
            "U1: a maker that packs other bytes than the manifest says is not believed, and the right ones still fit")
    void wrongBytesAreNotBelieved() throws Exception {
        byte[] right = maker.parcelFor(jatim);
        byte[] lie = slides.clone();
        lie[5] ^= 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParcelWriter liar = new ParcelWriter(out, bali.identity);
        liar.head(new ParcelHead(
                bali.id, bali.identity.publicKey(), Instant.EPOCH, jatim.id, "", "Bali", "", new TreeMap<>()));
        for (int offset = 0; offset < lie.length; offset += 32 * 1024) {
            byte[] piece = Arrays.copyOfRange(lie, offset, Math.min(lie.length, offset + 32 * 1024));
            liar.frame(new Frame.FilePiece(Hash.sha256(slides), offset, piece));
        }
        liar.end(0, 1);

        ParcelTaken taken = taker.took(out.toByteArray());

        assertThat(taken.files()).isZero();
        assertThat(taken.filesLeft()).isEqualTo(1);
        assertThat(atJatim.has(Hash.sha256(slides))).isFalse();
        assertThat(taker.took(right).files()).isEqualTo(2);
        assertThat(atJatim.read(Hash.sha256(slides), 0, slides.length)).isEqualTo(slides);
    }

    @Test
    void aHubWithoutFilesLeavesThem() {
        taker.files = null;

        ParcelTaken taken = taker.took(maker.parcelFor(jatim));

        assertThat(taken.entries()).isEqualTo(1);
        assertThat(taken.filesLeft()).isEqualTo(2);
        assertThat(taken.stopped()).isNull();
    }

    @AfterEach
    void close() {
        atBali.close();
        atJatim.close();
    }

    private void share(byte[] file) throws IOException {
        Manifest manifest = new Manifest(Hash.sha256(file), file.length, chunks(file));
        atBali.adopt(Files.write(disk.resolve("bali/baru"), file), manifest);
        ofBali.given.add(manifest.file());
        ofJatim.wanted.add(manifest);
    }

    private static List<Hash> chunks(byte[] file) {
        List<Hash> chunks = new ArrayList<>();
        for (int from = 0; from < file.length; from += Manifest.CHUNK_BYTES) {
            chunks.add(Hash.sha256(Arrays.copyOfRange(file, from, Math.min(file.length, from + Manifest.CHUNK_BYTES))));
        }
        return chunks;
    }

    private static byte[] content(long seed, int bytes) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }
}
