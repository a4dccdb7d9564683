package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoStoreTest extends DocumentsContract {
    @TempDir
    Path folder;

    private final QueryShapeListener shapes = new QueryShapeListener();

    @Override
    protected Documents.Store open() {
        return MongoStore.embedded(folder, shapes);
    }

    @AfterEach
    void everyQueryWasByKey() {
        shapes.assertOnlyKeys();
    }

    @Test
    void documentsAreThereAfterReopening() {
        store.collection("things", Thing.class).save(thing("a", "derived"));
        store.kept("things", Thing.class).save(thing("a", "kept"));
        store.close();

        store = open();
        assertThat(store.collection("things", Thing.class).find("a"))
                .extracting(Thing::text)
                .isEqualTo("derived");
        assertThat(store.kept("things", Thing.class).find("a"))
                .extracting(Thing::text)
                .isEqualTo("kept");
    }

    @Test
    @DisplayName("C6: a torn derived store is moved aside and what is kept stays")
    void tornDerivedStore() throws IOException {
        store.kept("things", Thing.class).save(thing("a", "kept"));
        store.collection("things", Thing.class).save(thing("a", "derived"));
        store.close();
        byte[] garbage = new byte[20_000];
        Arrays.fill(garbage, (byte) 7);
        Files.write(folder.resolve("derived.mv"), garbage);

        store = open();

        assertThat(store.collection("things", Thing.class).find("a")).isNull();
        assertThat(store.kept("things", Thing.class).find("a")).isNotNull();
        assertThat(folder.resolve("derived.mv.torn-1")).hasBinaryContent(garbage);
    }

    @Test
    @DisplayName("C6: a lost derived store starts empty")
    void lostDerivedStore() throws IOException {
        store.collection("things", Thing.class).save(thing("a", "derived"));
        store.close();
        Files.delete(folder.resolve("derived.mv"));

        store = open();
        assertThat(store.collection("things", Thing.class).find("a")).isNull();
    }

    @Test
    @DisplayName("C9: a second opener of the same store is refused")
    void secondOpener() {
        assertThatThrownBy(this::open).hasMessageContaining("open in another process");
    }

    @Test
    @DisplayName("C1: what was flushed is in the files as they lie, without closing them")
    void flushedIsOnDisk(@TempDir Path copy) throws IOException {
        Documents<Thing> kept = store.kept("things", Thing.class);
        for (int i = 0; i < 20; i++) {
            kept.save(thing("t" + i, "x"));
            kept.flush();
        }
        Files.copy(folder.resolve("kept.mv"), copy.resolve("kept.mv"));

        try (Documents.Store other = MongoStore.embedded(copy)) {
            for (int i = 0; i < 20; i++) {
                assertThat(other.kept("things", Thing.class).find("t" + i)).isNotNull();
            }
        }
    }
}
