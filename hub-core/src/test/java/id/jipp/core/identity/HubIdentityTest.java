package id.jipp.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.HubId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubIdentityTest {
    private static final HubId BALI = new HubId("bali");

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndIsTheSameAfterwards() {
        HubIdentity first = HubIdentity.in(folder.resolve("identity"), BALI, false);
        HubIdentity again = HubIdentity.in(folder.resolve("identity"), BALI, false);

        assertThat(again.publicKey()).isEqualTo(first.publicKey());
        byte[] bytes = {1, 2, 3};
        assertThat(Ed25519.verifies(first.publicKey(), bytes, again.sign(bytes)))
                .isTrue();
        assertThat(Ed25519.isKey(first.publicKey())).isTrue();
    }

    @Test
    @DisplayName("C8: a key that is gone is not made anew for a hub that has written")
    void goneKey() {
        assertThatThrownBy(() -> HubIdentity.in(folder, BALI, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Restore it from a backup");
        assertThat(folder.resolve("hub.key")).doesNotExist();
    }

    @Test
    @DisplayName("W10: only its owner may read the key, and nothing else is left in the folder")
    void permissions() throws IOException {
        HubIdentity.in(folder, BALI, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hub.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @DisplayName("W10: a key that others may read is refused, and the message says how to set it right")
    void widerPermissions() throws IOException {
        HubIdentity.in(folder, BALI, false);
        Files.setPosixFilePermissions(folder.resolve("hub.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> HubIdentity.in(folder, BALI, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndLeftAsItIs() throws IOException {
        HubIdentity.in(folder, BALI, false);
        Path key = folder.resolve("hub.key");
        for (String wrong : new String[] {"", "jipp-key 2 bali 00\n", "x".repeat(5_000), "jipp-key 1 bali 00ff\n"}) {
            Files.writeString(key, wrong);
            assertThatThrownBy(() -> HubIdentity.in(folder, BALI, false)).hasMessageContaining("not a hub's key");
            assertThat(key).hasContent(wrong);
        }
    }

    @Test
    void anotherHubsKeyIsRefused() {
        HubIdentity.in(folder, BALI, false);
        assertThatThrownBy(() -> HubIdentity.in(folder, new HubId("jatim"), false))
                .hasMessageContaining("belongs to hub bali");
    }

    @Test
    void anInterruptedFirstStartLeavesNoTrace() throws IOException {
        Files.writeString(folder.resolve("hub.key.new"), "half a k");
        HubIdentity made = HubIdentity.in(folder, BALI, false);
        assertThat(HubIdentity.in(folder, BALI, false).publicKey()).isEqualTo(made.publicKey());
    }

    @Test
    void theKeyIsNeverShownAsText() {
        assertThat(HubIdentity.in(folder, BALI, false).toString()).isEqualTo("the key of bali");
    }
}
