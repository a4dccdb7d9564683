package id.jipp.sync.transport;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.Action.Lane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox();

    @Test
    @DisplayName("L3: for a peer that reads nothing no more waits than the bound in bytes, and then it is said")
    void whatWaitsIsBoundedInBytes() {
        int taken = 0;
        while (outbox.offer(new byte[100_000], Lane.BULK)) {
            taken++;
        }

        assertThat(taken).isEqualTo(ProtocolLimits.OUTBOX_BYTES_MAX / 100_000);
        assertThat(outbox.bytes()).isLessThanOrEqualTo(ProtocolLimits.OUTBOX_BYTES_MAX);
        assertThat(outbox.offer(new byte[100_000], Lane.MAIN)).isFalse();
    }

    @Test
    @DisplayName("L3: nor more than the bound in frames, whatever lanes they are in")
    void whatWaitsIsBoundedInFrames() {
        Lane[] lanes = {Lane.MAIN, Lane.BULK, Lane.FILES};
        int taken = 0;
        while (outbox.offer(new byte[1], lanes[taken % 3])) {
            taken++;
        }

        assertThat(taken).isEqualTo(ProtocolLimits.OUTBOX_FRAMES_MAX);
    }

    @Test
    @DisplayName("X1: what is said now goes before bulk that waits already, and bulk before files")
    void lanesOvertake() throws InterruptedException {
        outbox.offer(new byte[] {3}, Lane.FILES);
        outbox.offer(new byte[] {2}, Lane.BULK);
        outbox.offer(new byte[] {1}, Lane.MAIN);

        assertThat(outbox.take()).containsExactly(1);
        assertThat(outbox.take()).containsExactly(2);
        assertThat(outbox.take()).containsExactly(3);
    }
}
