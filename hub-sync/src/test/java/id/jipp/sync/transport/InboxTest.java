package id.jipp.sync.transport;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.sync.session.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox();

    @Test
    void framesAreHeardWhileHintsKeepComing() throws InterruptedException {
        inbox.frame(new byte[] {1});
        inbox.frame(new byte[] {2});
        List<Class<?>> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inbox.event(new Event.Added());
            inbox.event(new Event.Changed());
            taken.add(inbox.take().getClass());
        }

        assertThat(taken)
                .containsExactly(Event.Changed.class, Event.Received.class, Event.Changed.class, Event.Received.class);
    }
}
