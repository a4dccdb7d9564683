package id.jipp.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.NewEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forms ever shipped: these bytes must be written and read in every later build. */
class PayloadsTest {
    private static final Instant TIME = Instant.parse("2026-11-24T03:41:05.123Z");

    @Test
    void aRoomOpenedIsWrittenAsFrozen() throws IOException {
        NewEntry entry = new RoomOpened(
                        "Menuju Birokrasi Berdampak", "Belajar meniru", List.of("Sesi 1", "Sesi 2"), TIME)
                .entry();

        assertThat(entry.content()).asString().isEqualTo(golden("room.opened.1.json"));
    }

    @Test
    void aHubInvitedIsWrittenAsFrozen() throws IOException {
        assertThat(new RoomInvited("jatim").entry().content()).asString().isEqualTo(golden("room.invited.1.json"));
    }

    @Test
    void aMessageSaidIsWrittenAsFrozen() throws IOException {
        NewEntry entry = new MessageSaid(
                        "0192f3c8-7a51-7cc1-9b0e-2f1b5d7c9a10",
                        "Sesi 1",
                        "Apa yang wajib tetap dari TOSS?\nTruk kami kurang — dua saja.",
                        "staf",
                        "Ni Luh Ayu",
                        "Dinas Lingkungan Hidup",
                        new TreeMap<>(Map.of("bali", 17L, "jatim", 4L)),
                        TIME)
                .entry();

        assertThat(entry.content()).asString().isEqualTo(golden("message.said.1.json"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = PayloadsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
    }
}
