package id.jipp.sync.transport;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.Action;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.SyncSession;
import id.jipp.sync.session.TestHub;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two sessions with their outboxes on a line of a chosen breadth; its seconds are counted, not waited for. */
class ThinnerLineTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";
    private static final int FAST = 5_000_000;
    private static final int SLOW = 32_000;
    private static final int SLOWEST = 4_000;

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
    private final TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
    private End fromBali;
    private End fromJatim;
    private long millis;
    private int bytesPerSecond = FAST;

    /** One hub's end: its session, what it still has to send, and how much of that the line has taken. */
    private static final class End {
        final SyncSession session;
        final Outbox outbox = new Outbox();
        byte[] onTheWay = {};
        double carried;
        long delivered;
        int waiting;

        End(SyncSession session) {
            this.session = session;
        }

        void on(Event event) {
            for (Action action : session.on(event)) {
                switch (action) {
                    case Action.Send send -> {
                        assertThat(outbox.offer(send.frame(), send.lane())).isTrue();
                        waiting++;
                    }
                    case Action.Work work -> on(work.work().get());
                    case Action.Close close -> throw new AssertionError(close.toString());
                    case Action.Proven proven -> {}
                    case Action.Deliver deliver -> {}
                }
            }
        }

        void carry(double bytes, End to) throws InterruptedException {
            carried += bytes;
            while (onTheWay.length > 0 || waiting > 0) {
                if (onTheWay.length == 0) {
                    onTheWay = outbox.take();
                    waiting--;
                }
                if (carried < onTheWay.length) {
                    return;
                }
                carried -= onTheWay.length;
                delivered += onTheWay.length;
                byte[] whole = onTheWay;
                onTheWay = new byte[0];
                to.on(new Event.Received(whole));
            }
            carried = 0;
        }
    }

    private void connect() {
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        TestHub.link(bali, jatim);
        fromBali = new End(bali.call(jatim));
        fromJatim = new End(jatim.answer());
        fromJatim.on(new Event.Opened(0));
        fromBali.on(new Event.Opened(0));
    }

    private void step() throws InterruptedException {
        millis += 50;
        double bytes = bytesPerSecond / 20.0;
        fromBali.carry(bytes, fromJatim);
        fromJatim.carry(bytes, fromBali);
        if (millis % 1_000 == 0) {
            fromBali.on(new Event.Tick(millis));
            fromJatim.on(new Event.Tick(millis));
        }
    }

    /** Bytes that went to jatim between a word of bali's and its arrival. */
    private long bytesBeforeAWord() throws InterruptedException {
        long before = fromBali.delivered;
        bali.write("room/" + ROOM, "halo");
        long said = bali.held(bali, "room/" + ROOM);
        fromBali.on(new Event.Added());
        while (jatim.held(bali, "room/" + ROOM) < said) {
            step();
        }
        return fromBali.delivered - before;
    }

    @Test
    @DisplayName("X1: a line of 32 kbit/s with a long backlog lives, and words go before it")
    void aBacklogOnTheThinnestLine() throws InterruptedException {
        bali.writeMany("public", 3_000, 500);
        bytesPerSecond = SLOWEST;
        connect();
        while (jatim.held(bali, "public") < 200) {
            step();
        }

        assertThat(bytesBeforeAWord()).isLessThan(130_000);
        assertThat(jatim.held(bali, "public")).isLessThan(3_000);
    }

    @Test
    @DisplayName("X1: where a fast line becomes slow, a word goes before the bulk that waits, and credit adapts")
    void aWordOvertakesBulkWhereTheLineBecomesSlow() throws InterruptedException {
        bali.write("room/" + ROOM, "pertama");
        bali.writeMany("public", 15_000, 2_000);
        connect();
        while (fromBali.delivered < 12_000_000) {
            step();
        }
        long waitedFor = fromBali.outbox.bytes();
        assertThat(waitedFor).isGreaterThan(3 * ProtocolLimits.ENTRIES_BYTES_AIM);

        bytesPerSecond = SLOW;
        assertThat(bytesBeforeAWord()).isLessThan(ProtocolLimits.ENTRIES_BYTES_AIM + 20_000);
        assertThat(jatim.held(bali, "public")).isLessThan(15_000);

        long drained = fromBali.delivered + waitedFor + ProtocolLimits.ENTRIES_BYTES_AIM;
        while (fromBali.delivered < drained) {
            step();
        }
        assertThat(fromBali.outbox.bytes()).isLessThan(waitedFor / 4);
        // One frame, and smaller than those before.
        assertThat(bytesBeforeAWord()).isLessThan(150_000);
        assertThat(jatim.held(bali, "public")).isLessThan(15_000);
    }
}
