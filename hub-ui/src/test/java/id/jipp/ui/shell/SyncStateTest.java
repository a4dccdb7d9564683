package id.jipp.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyncStateTest {
    @Test
    void oneLinkedHubAwayIsSaidAlthoughNothingWaitsForIt() {
        assertThat(SyncState.how(2, 1, 0)).isEqualTo("partly");
        assertThat(SyncState.how(2, 1, 3)).isEqualTo("partly-waiting");
    }

    @Test
    void allIsWellOnlyWhereAllAreThereAndNothingWaits() {
        assertThat(SyncState.how(2, 2, 0)).isEqualTo("connected");
        assertThat(SyncState.how(2, 2, 1)).isEqualTo("connected-waiting");
        assertThat(SyncState.how(2, 0, 0)).isEqualTo("offline");
        assertThat(SyncState.how(0, 0, 0)).isEqualTo("none");
    }
}
