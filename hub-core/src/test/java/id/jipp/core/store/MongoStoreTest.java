package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoStoreTest extends DocumentsContract {
    @TempDir
    Path folder;

    private static final int KEPT = 30;

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
    @DisplayName(
            "C6: a torn store of what exists nowhere else goes back to its last good state, and the torn file stays")
    void tornKeptStore(@TempDir Path other) throws IOException {
        Random random = new Random(5);
        int takenBack = 0;
        for (int round = 0; round < 25; round++) {
            Path copy = Files.createDirectory(other.resolve("round-" + round));
            keptWithout(copy);
            byte[] bytes = Files.readAllBytes(copy.resolve("kept.mv"));
            int at = 8_192 + random.nextInt(bytes.length - 8_192);
            for (int i = at; i < Math.min(at + 700, bytes.length); i++) {
                bytes[i] = (byte) random.nextInt();
            }
            Files.write(copy.resolve("kept.mv"), bytes);

            try (Documents.Store again = MongoStore.embedded(copy)) {
                int held = 0;
                while (again.kept("things", Thing.class).find("t" + held) != null) {
                    held++;
                }
                for (int later = held; later < KEPT; later++) {
                    assertThat(again.kept("things", Thing.class).find("t" + later))
                            .isNull();
                }
                boolean whole = held == KEPT;
                boolean aside = Files.exists(copy.resolve("kept.mv.torn-1"));
                assertThat(whole || !again.notes().isEmpty())
                        .as("what is missing is told: %d of %d are there", held, KEPT)
                        .isTrue();
                if (aside) {
                    assertThat(copy.resolve("kept.mv.torn-1")).hasBinaryContent(bytes);
                    assertThat(again.notes())
                            .anySatisfy(note -> assertThat(note).contains("kept.mv.torn-1"));
                    takenBack++;
                }
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("Restore it from a backup");
                assertThat(copy.resolve("kept.mv")).hasBinaryContent(bytes);
            }
        }
        assertThat(takenBack).isPositive();
    }

    /** A store whose program ended without closing it. */
    private void keptWithout(Path copy) throws IOException {
        Documents<Thing> kept = store.kept("things", Thing.class);
        for (int i = 0; i < KEPT; i++) {
            kept.save(thing("t" + i, "x"));
            kept.flush();
        }
        Files.copy(folder.resolve("kept.mv"), copy.resolve("kept.mv"));
        Files.copy(folder.resolve("format"), copy.resolve("format"));
        Files.writeString(copy.resolve("kept.mv.reached"), "30");
    }

    @Test
    @DisplayName("C6: a store of what exists nowhere else that is nothing but garbage, or gone, is never begun anew")
    void unreadableKeptStore() throws IOException {
        store.kept("things", Thing.class).save(thing("a", "kept"));
        store.close();
        byte[] right = Files.readAllBytes(folder.resolve("kept.mv"));
        byte[] garbage = new byte[20_000];
        Arrays.fill(garbage, (byte) 7);
        Files.write(folder.resolve("kept.mv"), garbage);

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Restore it from a backup");
        assertThat(folder.resolve("kept.mv")).hasBinaryContent(garbage);

        Files.write(folder.resolve("kept.mv"), new byte[0]);
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("is gone");

        Files.delete(folder.resolve("kept.mv"));
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("is gone");
        assertThat(folder.resolve("kept.mv")).doesNotExist();

        Files.write(folder.resolve("kept.mv"), right);
        store = open();
        assertThat(store.kept("things", Thing.class).find("a")).isNotNull();
    }

    @Test
    @DisplayName("C2: what a power cut left of the very first opening is moved aside, for nothing was ever kept in it")
    void tornAtItsMaking(@TempDir Path other) throws IOException {
        Files.write(other.resolve("kept.mv"), new byte[5_000]);
        Files.write(other.resolve("derived.mv"), new byte[100]);

        try (Documents.Store fresh = MongoStore.embedded(other)) {
            fresh.kept("things", Thing.class).save(thing("a", "kept"));
            fresh.kept("things", Thing.class).flush();
        }
        assertThat(other.resolve("kept.mv.torn-1")).hasSize(5_000);
    }

    @Test
    @DisplayName("C10: a store of an unknown format is refused and left as it is")
    void unknownFormat() throws IOException {
        store.close();
        byte[] before = Files.readAllBytes(folder.resolve("kept.mv"));
        Files.writeString(folder.resolve("format"), "jipp-store 2\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jipp-store 2")
                .hasMessageContaining("jipp-store 1");
        assertThat(folder.resolve("kept.mv")).hasBinaryContent(before);

        Files.writeString(folder.resolve("format"), "jipp-store 1\n");
        store = open();
    }

    @Test
    @DisplayName("C9: a second opener of the same store is refused")
    void secondOpener() {
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open in another process");
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
