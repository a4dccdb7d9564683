package id.jipp.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomId;
import id.jipp.sync.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentWordsTest {
    private static final HubId BALI = new HubId("bali");
    private static final RoomId ROOM = new RoomId(new HubId("jatim"), "k3v9x2m7q4hd8f0c");

    @Test
    void whatAHubTellsItsPeerReadsAlike() {
        List<RoomEphemerals.Moment> moments = List.of(
                new RoomEphemerals.Here(ROOM, BALI, 0),
                new RoomEphemerals.Here(ROOM, BALI, 240),
                new RoomEphemerals.Typing(ROOM, BALI, "Ni Wayan \"Ayu\" Sari", "Replikasi tanpa malu"));

        assertThat(moments)
                .allSatisfy(
                        moment -> assertThat(read(MomentWords.write(moment))).contains(moment));
    }

    @Test
    void theLongestNamesStillFit() {
        byte[] written = MomentWords.write(new RoomEphemerals.Typing(ROOM, BALI, "ꦧ".repeat(500), "ꦧ".repeat(500)));

        assertThat(written).hasSizeLessThanOrEqualTo(ProtocolLimits.EPHEMERAL_BYTES_MAX);
        assertThat(read(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"kind\":\"later\"}",
                "{\"kind\":\"here\"}",
                "{\"kind\":\"here\",\"people\":-1}",
                "{\"kind\":\"here\",\"people\":99999999999}",
                "{\"kind\":\"here\",\"people\":{}}",
                "{\"kind\":\"typing\",\"name\":\"\"}",
                "{\"kind\":\"typing\",\"name\":[1]}",
            })
    @DisplayName("L6: what is no moment is none")
    void whatIsNoMomentIsNone(String content) {
        assertThat(read(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    @DisplayName("X7: a name from afar is cut, and turns nothing around")
    void aNameFromAfarIsCutAndTurnsNothingAround() {
        String name = "\u202Eadmin\u0000" + "x".repeat(400);
        byte[] content = ("{\"kind\":\"typing\",\"name\":\"" + name.replace("\u0000", "\\u0000")
                        + "\",\"topic\":\"t\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read(content)).hasValueSatisfying(moment -> {
            assertThat(((RoomEphemerals.Typing) moment).name())
                    .startsWith("adminxx")
                    .hasSizeLessThanOrEqualTo(60);
            assertThat(moment.hub()).isEqualTo(BALI);
        });
    }

    @Test
    void ofARoomThatCannotBeNothingIsTold() {
        assertThat(MomentWords.read(BALI, "jatim", MomentWords.write(new RoomEphemerals.Here(ROOM, BALI, 1))))
                .isEmpty();
    }

    private static Optional<RoomEphemerals.Moment> read(byte[] content) {
        return MomentWords.read(BALI, ROOM.toString(), content);
    }
}
