package id.jipp.core.material;

import static id.jipp.core.material.MaterialHub.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.seminar.Seminar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private MaterialHub bali;
    private Seminar seminar;

    @BeforeEach
    void open() {
        bali = new MaterialHub("bali", folder);
        seminar = bali.seminar("Arah Pembinaan");
    }

    @AfterEach
    void close() {
        bali.close();
    }

    @Test
    @DisplayName("U8: a file of 20 MB through 20 cuts and restarts is byte for byte what was sent")
    void aFileThroughManyCutsIsWhatWasSent() throws IOException {
        byte[] bytes = text(20 * MEGABYTE);
        UploadId id = begin("catatan.txt", bytes.length);
        Random random = new Random(8);
        long sent = 0;
        for (int cut = 0; cut < 20; cut++) {
            long offset = offset(id);
            int more = random.nextInt(MEGABYTE);
            sent += more;
            InputStream breaking = new Breaking(Arrays.copyOfRange(bytes, (int) offset, bytes.length), more);
            assertThatThrownBy(() -> bali.uploads.write(id, offset, breaking, bali.coordinator))
                    .isInstanceOf(IOException.class);
            if (cut % 5 == 0) {
                bali.restart();
            }
            assertThat(offset(id)).isEqualTo(sent);
        }
        byte[] rest = Arrays.copyOfRange(bytes, (int) sent, bytes.length);
        Upload whole = write(id, sent, rest).orThrow();

        assertThat(whole.isFinished()).isTrue();
        Material attached = attach(id).orThrow();
        assertThat(Files.readAllBytes(bali.blobs.find(attached.id().file()).orElseThrow()))
                .isEqualTo(bytes);
    }

    @Test
    @DisplayName("C2: what lay behind the acknowledged offset after a power cut is written over")
    void whatLayBehindTheOffsetIsWrittenOver() throws IOException {
        UploadId id = begin("catatan.txt", 10);
        write(id, 0, "01234".getBytes());
        bali.close();
        try (RandomAccessFile torn = new RandomAccessFile(
                bali.folder.resolve("uploads").resolve(id.value()).toFile(), "rw")) {
            torn.seek(5);
            torn.write(new byte[5]);
        }
        bali.restart();

        assertThat(offset(id)).isEqualTo(5);
        write(id, 5, "56789".getBytes()).orThrow();
        Material attached = attach(id).orThrow();
        assertThat(bali.blobs.find(attached.id().file()).orElseThrow()).hasContent("0123456789");
    }

    @Test
    @DisplayName("C4: a full disk is said, loses nothing, and the upload goes on once there is room")
    void aFullDiskIsSaidAndTheUploadGoesOn() throws IOException {
        UploadId id = begin("catatan.txt", 10);
        write(id, 0, "01234".getBytes());
        bali.free.set(0);

        assertThat(write(id, 5, "56789".getBytes())).isEqualTo(Outcome.refused(Why.LIMIT, "file", "disk-full"));
        assertThat(bali.uploads.begin(bali.uploads.idOf(key(2)), "b.txt", 5, bali.coordinator))
                .isEqualTo(Outcome.refused(Why.LIMIT, "file", "disk-full"));
        assertThat(offset(id)).isEqualTo(5);
        bali.free.set(Long.MAX_VALUE);
        assertThat(write(id, 5, "56789".getBytes()).orThrow().isFinished()).isTrue();
    }

    @Test
    void onlyWhoBeganItSeesItAndOnlyWhoMayAttachBegins() throws IOException {
        UploadId id = begin("catatan.txt", 10);
        Person other = bali.person("lain", Role.COORDINATOR);

        assertThat(bali.uploads.find(id, other)).isEmpty();
        assertThat(bali.uploads.write(id, 0, new ByteArrayInputStream(new byte[1]), other))
                .isEqualTo(Outcome.refused(Why.NOT_FOUND, "", "not-found"));
        assertThat(bali.uploads.remove(id, other)).isEqualTo(Outcome.refused(Why.NOT_FOUND, "", "not-found"));
        assertThat(bali.uploads.begin(bali.uploads.idOf(key(2)), "a.txt", 1, bali.staff))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "coordinator-only"));
    }

    @Test
    void anUploadThatNobodyGoesOnWithForADayIsGone() throws IOException {
        UploadId id = begin("catatan.txt", 10);
        bali.clock.pass(Duration.ofHours(23));
        write(id, 0, "01234".getBytes());
        bali.clock.pass(Duration.ofHours(23));
        bali.materials.tidy();
        assertThat(bali.uploads.find(id, bali.coordinator)).isPresent();
        bali.clock.pass(Duration.ofHours(1));

        assertThat(bali.uploads.find(id, bali.coordinator)).isEmpty();
        bali.materials.tidy();
        assertThat(bali.folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    @DisplayName("L7: one person has at most 20 files on their way")
    void onePersonHasAFewFilesOnTheirWay() {
        for (int i = 0; i < Uploads.PER_PERSON_MAX; i++) {
            bali.uploads
                    .begin(bali.uploads.idOf(key(i)), "a.txt", 1, bali.coordinator)
                    .orThrow();
        }
        assertThat(bali.uploads.begin(bali.uploads.idOf(key(99)), "a.txt", 1, bali.coordinator))
                .isEqualTo(Outcome.refused(Why.LIMIT, "", "too-many-uploads", Uploads.PER_PERSON_MAX));
    }

    @Test
    @DisplayName("U2: a file that claims 10 TB is refused before anything is made of it")
    void aFileThatClaimsTooMuchIsRefused() {
        assertThat(bali.uploads.begin(bali.uploads.idOf(key(1)), "a.mp4", 10_995_116_277_760L, bali.coordinator))
                .isEqualTo(Outcome.refused(Why.INVALID, "file", "file-too-large", 2_048));
        assertThat(bali.folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    @DisplayName("U9: two uploads of one file at once are both fine and stored once")
    void twoUploadsOfOneFileAreStoredOnce() throws IOException {
        UploadId one = begin("satu.txt", 10);
        UploadId two = bali.uploads
                .begin(bali.uploads.idOf(key(2)), "dua.txt", 10, bali.coordinator)
                .orThrow()
                .id();
        write(one, 0, "0123456789".getBytes()).orThrow();
        write(two, 0, "0123456789".getBytes()).orThrow();

        assertThat(attach(one).orThrow().id()).isEqualTo(attach(two).orThrow().id());
        assertThat(bali.materials.of(seminar.id(), bali.coordinator)).hasSize(1);
        assertThat(bali.folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotItsNameIsThrownAwayWithItsLastByte() throws IOException {
        UploadId id = begin("paparan.pdf", 10);
        Outcome<Upload> refused = write(id, 0, "0123456789".getBytes());

        assertThat(refused).isEqualTo(Outcome.refused(Why.INVALID, "file", "file-not-its-name", "PDF", "text/plain"));
        assertThat(bali.uploads.find(id, bali.coordinator)).isEmpty();
        assertThat(bali.folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void whileOneConnectionSendsAnotherIsRefused() throws IOException {
        UploadId id = begin("catatan.txt", 10);
        Outcome<?>[] second = new Outcome<?>[1];
        InputStream meanwhile = new InputStream() {
            private boolean done;

            @Override
            public int read() throws IOException {
                throw new IOException("not so");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (done) {
                    return -1;
                }
                done = true;
                second[0] = bali.uploads.write(id, 0, new ByteArrayInputStream(new byte[1]), bali.coordinator);
                target[offset] = 'x';
                return 1;
            }
        };

        assertThat(bali.uploads
                        .write(id, 0, meanwhile, bali.coordinator)
                        .orThrow()
                        .offset())
                .isEqualTo(1);
        assertThat(second[0]).isEqualTo(Outcome.refused(Why.BUSY, "", "upload-busy"));
    }

    @Test
    void whatIsLeftOfNoUploadIsRemovedAtTheNextStart() throws IOException {
        bali.close();
        Files.writeString(bali.folder.resolve("uploads/sisa"), "sisa");
        bali.restart();

        assertThat(bali.folder.resolve("uploads")).isEmptyDirectory();
    }

    private UploadId begin(String name, long bytes) {
        return bali.uploads
                .begin(bali.uploads.idOf(key(1)), name, bytes, bali.coordinator)
                .orThrow()
                .id();
    }

    private Outcome<Upload> write(UploadId id, long offset, byte[] bytes) throws IOException {
        return bali.uploads.write(id, offset, new ByteArrayInputStream(bytes), bali.coordinator);
    }

    private Outcome<Material> attach(UploadId id) {
        return bali.materials.attach(seminar.id(), id, saying(Share.NETWORK), bali.coordinator);
    }

    private long offset(UploadId id) {
        return bali.uploads.find(id, bali.coordinator).orElseThrow().offset();
    }

    private static id.jipp.core.log.Hash key(int number) {
        return id.jipp.core.log.Hash.sha256(new byte[] {(byte) number});
    }

    private static byte[] text(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    /** A line that breaks off after so many bytes. */
    private static final class Breaking extends InputStream {
        private final byte[] bytes;
        private final int until;
        private int at;

        Breaking(byte[] bytes, int until) {
            this.bytes = bytes;
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (at == until) {
                throw new IOException("The line broke");
            }
            int read = Math.min(length, until - at);
            System.arraycopy(bytes, at, target, offset, read);
            at += read;
            return read;
        }
    }
}
