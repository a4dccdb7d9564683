package id.jipp.ui.room;

import id.jipp.sync.federation.Ephemerals;
import java.util.function.Consumer;

/** Moments that go to the other hubs of a room on the lines of sync. Thread-safe. */
final class SyncedEphemerals implements RoomEphemerals {
    private final Ephemerals lines;

    SyncedEphemerals(Ephemerals lines) {
        this.lines = lines;
    }

    @Override
    public void tell(Moment moment) {
        lines.send(moment.room().toString(), MomentWords.write(moment));
    }

    @Override
    public Runnable onTold(Consumer<Moment> listener) {
        return lines.onReceived(came ->
                MomentWords.read(came.from(), came.room(), came.content()).ifPresent(listener));
    }
}
