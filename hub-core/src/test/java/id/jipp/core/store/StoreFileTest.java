package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.FaultyFiles;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreFileTest {
    @TempDir
    Path folder;

    @DisplayName(
            "C4, C5: after a write or sync that failed nothing more is said to be kept, why is told, and what was is"
                    + " there at the next start")
    @ParameterizedTest
    @EnumSource(names = {"FULL", "SYNC_FAILS"})
    void afterAFailedWriteItStaysClosed(FaultyFiles.Fault fault) {
        FaultyFiles faults = FaultyFiles.register();
        Path path = folder.resolve("kept.mv");
        MVStore store = new MVStore.Builder()
                .fileName(faults.nameOf(path))
                .autoCommitDisabled()
                .open();
        try (StoreFile file = StoreFile.over(path, store, DiskReserve.of(folder))) {
            file.writing(() -> store.openMap("things").put("a", "kept"));
            file.flush();
            assertThat(file.trouble()).isEmpty();

            faults.begin(fault);
            file.writing(() -> store.openMap("things").put("b", "lost"));
            assertThatThrownBy(file::flush).isInstanceOf(StoreUnavailable.class);
            faults.end();

            assertThat(file.trouble())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("kept.mv").contains("starts again by itself"));
            assertThatThrownBy(() -> file.writing(() -> {})).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(file::flush).isInstanceOf(StoreUnavailable.class);
        } finally {
            faults.end();
        }
        try (MVStore again = MVStore.open(path.toString())) {
            assertThat(again.openMap("things").get("a")).isEqualTo("kept");
        }
    }

    @Test
    @DisplayName("C4: while the disk is nearly full nothing is written and all can be read; then it goes on")
    void nearlyFull() {
        AtomicLong free = new AtomicLong(1024);
        MVStore store = new MVStore.Builder().autoCommitDisabled().open();
        try (StoreFile file = StoreFile.over(folder.resolve("kept.mv"), store, new DiskReserve(folder, free::get))) {
            assertThatThrownBy(() -> file.writing(() -> store.openMap("things").put("a", "refused")))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("is full");
            assertThat(file.trouble()).isEmpty();
            assertThat(store.openMap("things").get("a")).isNull();

            free.set(Long.MAX_VALUE);
            file.writing(() -> store.openMap("things").put("a", "kept"));
            file.flush();
            assertThat(store.openMap("things").get("a")).isEqualTo("kept");
        }
    }
}
