package id.jipp.core.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Arrival.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every implementation of {@link Blobs} promises. */
abstract class BlobsContract {
    static final int CHUNK = Manifest.CHUNK_BYTES;
    static final int PIECE = 64 * 1024;

    @TempDir
    Path folder;

    Blobs blobs;
    final List<Hash> told = new ArrayList<>();
    final byte[] bytes = new byte[2 * CHUNK + 12_345];
    Manifest manifest;

    /** The same files as before, after the program ended and started again. */
    abstract Blobs start() throws IOException;

    @BeforeEach
    void aFileOfThreeChunks() throws IOException {
        new Random(7).nextBytes(bytes);
        manifest = manifestOf(bytes);
        open();
    }

    @AfterEach
    void close() {
        blobs.close();
    }

    void open() throws IOException {
        blobs = start();
        blobs.onWhole(told::add);
    }

    private static Manifest manifestOf(byte[] bytes) {
        HashingFile hashing = new HashingFile();
        hashing.add(bytes, bytes.length);
        return hashing.manifest();
    }

    @Test
    void aManifestMadeInOddPiecesIsTheSame() {
        HashingFile hashing = new HashingFile();
        for (int from = 0; from < bytes.length; from += 77_777) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 77_777));
            hashing.add(piece, piece.length);
        }

        assertThat(hashing.manifest()).isEqualTo(manifest);
        assertThat(manifest.file()).isEqualTo(Hash.sha256(bytes));
        assertThat(manifest.chunks().getFirst()).isEqualTo(Hash.sha256(Arrays.copyOf(bytes, CHUNK)));
    }

    @Test
    void aFileThatCameInPiecesIsHereOnceItIsWhole() throws IOException {
        List<Taken> taken = new ArrayList<>();
        for (int chunk = 0; chunk < 3; chunk++) {
            taken.addAll(send(chunk, 0));
        }

        assertThat(taken).containsOnly(Taken.MORE, Taken.CHUNK, Taken.FILE);
        assertThat(taken.getLast()).isEqualTo(Taken.FILE);
        assertThat(told).containsExactly(manifest.file());
        assertThat(blobs.read(manifest.file(), CHUNK - 5, 10))
                .isEqualTo(Arrays.copyOfRange(bytes, CHUNK - 5, CHUNK + 5));
        assertThat(blobs.read(manifest.file(), bytes.length, 10)).isNull();
        assertThat(blobs.isIntact(manifest.file())).isTrue();
    }

    @Test
    void chunksMayComeInAnyOrder() throws IOException {
        send(2, 0);
        send(0, 0);
        assertThat(blobs.has(manifest.file())).isFalse();

        assertThat(send(1, 0).getLast()).isEqualTo(Taken.FILE);
        assertThat(blobs.isIntact(manifest.file())).isTrue();
    }

    @Test
    void afterACutOnlyTheRestOfAChunkIsMissing() throws IOException {
        Arrival arrival = blobs.arriving(manifest);
        arrival.take(0, 0, Arrays.copyOf(bytes, PIECE));

        assertThat(blobs.arriving(manifest).arrivedOf(0)).isEqualTo(PIECE);
        assertThat(blobs.arrived(manifest.file())).isEqualTo(PIECE);
        assertThat(arrival.take(0, 0, Arrays.copyOf(bytes, PIECE))).isEqualTo(Taken.ELSEWHERE);
        assertThat(arrival.take(0, PIECE + 1, new byte[5])).isEqualTo(Taken.ELSEWHERE);
        assertThat(send(0, PIECE).getLast()).isEqualTo(Taken.CHUNK);
    }

    @Test
    void afterARestartWholeChunksAreStillHereAndOthersAreNot_C7() throws IOException {
        send(0, 0);
        blobs.arriving(manifest).take(1, 0, Arrays.copyOfRange(bytes, CHUNK, CHUNK + PIECE));
        blobs.close();
        open();

        Arrival arrival = blobs.arriving(manifest);
        assertThat(arrival.arrivedOf(0)).isEqualTo(CHUNK);
        assertThat(arrival.arrivedOf(1)).isZero();
        assertThat(blobs.arrived(manifest.file())).isEqualTo(CHUNK);
        send(1, 0);
        assertThat(send(2, 0).getLast()).isEqualTo(Taken.FILE);
    }

    @Test
    void aChunkWithAWrongBitIsDroppedAndAskedForAgain_U1() throws IOException {
        byte[] wrong = Arrays.copyOf(bytes, CHUNK);
        wrong[CHUNK - 1] ^= 1;
        Arrival arrival = blobs.arriving(manifest);

        assertThat(arrival.take(0, 0, wrong)).isEqualTo(Taken.WRONG);
        assertThat(arrival.arrivedOf(0)).isZero();
        assertThat(arrival.take(0, 0, Arrays.copyOf(bytes, CHUNK))).isEqualTo(Taken.CHUNK);
    }

    @Test
    void piecesThatCannotBeAreLeft_U1() throws IOException {
        Arrival arrival = blobs.arriving(manifest);

        assertThat(arrival.take(3, 0, new byte[1])).isEqualTo(Taken.ELSEWHERE);
        assertThat(arrival.take(-1, 0, new byte[1])).isEqualTo(Taken.ELSEWHERE);
        assertThat(arrival.take(2, 0, new byte[12_346])).isEqualTo(Taken.ELSEWHERE);
        assertThat(arrival.take(0, 0, new byte[0])).isEqualTo(Taken.ELSEWHERE);
        assertThat(arrival.arrived()).isZero();
    }

    @Test
    void aFileThatIsToldOfOtherwiseIsBegunAnewByWhatIsToldNow_U1() throws IOException {
        Manifest lie = new Manifest(manifest.file(), 1, List.of(Hash.sha256(new byte[] {1})));
        assertThat(blobs.arriving(lie).arrivedOf(0)).isZero();

        Arrival arrival = blobs.arriving(manifest);

        assertThat(arrival.manifest()).isEqualTo(manifest);
        assertThat(arrival.arrivedOf(2)).isZero();
    }

    @Test
    void aManifestThatLiesAboutTheWholeNeverBecomesAFile_U1() throws IOException {
        Manifest lie = new Manifest(Hash.sha256(new byte[] {1}), manifest.bytes(), manifest.chunks());
        Arrival arrival = blobs.arriving(lie);
        arrival.take(0, 0, Arrays.copyOf(bytes, CHUNK));
        arrival.take(1, 0, Arrays.copyOfRange(bytes, CHUNK, 2 * CHUNK));

        assertThat(arrival.take(2, 0, Arrays.copyOfRange(bytes, 2 * CHUNK, bytes.length)))
                .isEqualTo(Taken.WRONG_FILE);
        assertThat(blobs.has(lie.file())).isFalse();
        assertThat(arrival.arrived()).isZero();
    }

    @Test
    void aManifestOfTenTerabytesIsNone_U2() {
        assertThatThrownBy(() -> new Manifest(Hash.NONE, 10_000_000_000_000L, List.of()))
                .hasMessageContaining("came: 10000000000000");
        assertThatThrownBy(() -> new Manifest(Hash.NONE, 10, List.of(Hash.NONE, Hash.NONE)))
                .hasMessageContaining("1 chunks; came: 2");
    }

    @Test
    void theSameFileTwiceIsKeptOnce_U9() throws IOException {
        for (int time = 0; time < 2; time++) {
            Path upload = folder.resolve("upload" + time);
            Files.write(upload, bytes);
            blobs.adopt(upload, manifest);
            assertThat(upload).doesNotExist();
        }

        List<Hash> all = new ArrayList<>();
        blobs.forEach(all::add);
        assertThat(all).containsExactly(manifest.file());
        assertThat(blobs.remove(manifest.file())).isTrue();
        assertThat(blobs.remove(manifest.file())).isFalse();
        assertThat(blobs.has(manifest.file())).isFalse();
    }

    List<Taken> send(int chunk, int from) throws IOException {
        Arrival arrival = blobs.arriving(manifest);
        List<Taken> taken = new ArrayList<>();
        int start = chunk * CHUNK;
        for (int at = from; at < manifest.chunkBytes(chunk); at += PIECE) {
            int end = Math.min(manifest.chunkBytes(chunk), at + PIECE);
            taken.add(arrival.take(chunk, at, Arrays.copyOfRange(bytes, start + at, start + end)));
        }
        return taken;
    }
}
