package id.jipp.core.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.store.MongoStore;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLinkTest {
    @TempDir
    Path folder;

    private final LinkHub jatim = new LinkHub("jatim");
    private MongoStore store;
    private LinkHub bali;

    /** A peer as it was kept before files had a policy. */
    record BeforeFiles(String id, String name, String publicKey, String records, String rooms, String state) {}

    @BeforeEach
    void open() {
        store = MongoStore.embedded(folder);
        bali = new LinkHub("bali", 1, store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLinkIsTheSameAfterAStart() {
        bali.linkWith(jatim);
        FilePolicy files = new FilePolicy(false, FilePolicy.Take.ON_REQUEST, 20, true, 64);
        bali.peers
                .policy(
                        jatim.id,
                        bali.sees(jatim).policy(),
                        new PeerPolicy(Direction.SEND, Direction.BOTH, files),
                        bali.coordinator())
                .orThrow();

        assertThat(bali.open().find(jatim.id))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(bali.peers.find(jatim.id).orElseThrow());
    }

    @Test
    void aLinkOfBeforeFilesHadAPolicyTakesSmallOnes() {
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(jatim.identity.publicKey());
        bali.store
                .kept("peers", BeforeFiles.class)
                .save(new BeforeFiles("jatim", "Jawa Timur", key, "BOTH", "SEND", "LINKED"));

        assertThat(bali.open().find(jatim.id).orElseThrow().policy())
                .isEqualTo(new PeerPolicy(
                        Direction.BOTH, Direction.SEND, new FilePolicy(true, FilePolicy.Take.UNDER, 50, false, 0)));
    }

    @Test
    void noLimitOfFilesIsBelowNothingOrBeyondReason() {
        assertThatThrownBy(() -> new FilePolicy(true, FilePolicy.Take.UNDER, -1, false, 0))
                .hasMessageContaining("came: -1");
        assertThatThrownBy(() -> new FilePolicy(true, FilePolicy.Take.UNDER, 2_049, false, 0))
                .hasMessageContaining("came: 2049");
        assertThatThrownBy(() -> new FilePolicy(true, FilePolicy.Take.UNDER, 0, false, 1_000_001))
                .hasMessageContaining("came: 1000001");
    }
}
