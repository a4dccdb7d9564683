package id.jipp.core.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.material.Arrival.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskBlobsTest extends BlobsContract {
    private long free = Long.MAX_VALUE;

    @Override
    Blobs start() throws IOException {
        return DiskBlobs.open(folder.resolve("files"), new DiskReserve(folder, () -> free));
    }

    @Test
    void aFileWholeBeforeACrashButNotMovedIsHereAtTheNextLook_C7() throws IOException {
        Path part = part();
        Files.write(part, bytes);

        assertThat(blobs.arriving(manifest).arrivedOf(0)).isEqualTo(CHUNK);
        assertThat(blobs.has(manifest.file())).isTrue();
        assertThat(told).containsExactly(manifest.file());
    }

    @Test
    void bytesThatRottedWhileTheHubStoodAreAskedForAgain_C3() throws IOException {
        send(0, 0);
        blobs.close();
        Path part = part();
        byte[] rotted = Files.readAllBytes(part);
        rotted[100] ^= 4;
        Files.write(part, rotted);
        open();

        assertThat(blobs.arriving(manifest).arrivedOf(0)).isZero();
    }

    @Test
    void aFullDiskRefusesAPieceAndGoesOnWhenThereIsRoom_C4() throws IOException {
        send(0, 0);
        free = 0;
        Arrival arrival = blobs.arriving(manifest);
        assertThatThrownBy(() -> arrival.take(1, 0, new byte[PIECE])).hasMessageContaining("is full");

        free = Long.MAX_VALUE;
        assertThat(blobs.arriving(manifest).arrivedOf(0)).isEqualTo(CHUNK);
        send(1, 0);
        assertThat(send(2, 0).getLast()).isEqualTo(Taken.FILE);
    }

    @Test
    void whatBeganToArriveAndIsWantedNoMoreGoes() throws IOException {
        send(0, 0);

        assertThat(blobs.remove(manifest.file())).isTrue();
        assertThat(blobs.arriving(manifest).arrivedOf(0)).isZero();
    }

    @Test
    void aFolderOfAnotherFormatIsLeftAlone_C10() throws IOException {
        blobs.close();
        Files.writeString(folder.resolve("files/format"), "jipp-files 9\n");

        assertThatThrownBy(this::open).hasMessageContaining("jipp-files 9").hasMessageContaining("jipp-files 1");
    }

    private Path part() {
        return folder.resolve("files/arriving").resolve(manifest.file().toString());
    }
}
