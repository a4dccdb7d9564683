package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomChange;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.socket.CloseStatus;

/**
 * Carries what happens in rooms to the pages that listen, on one thread and in its order: messages at once; how far
 * other hubs are and who is here when it changed; and ends sockets of people who left or may no longer be there.
 */
final class RoomNews implements AutoCloseable {
    private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
    private static final long HERE_AGAIN_TICKS = 30_000 / RoomSocketLimits.TELL.toMillis();

    private final Rooms rooms;
    private final RoomSocket socket;
    private final RoomCrowds crowds;
    private final RoomEphemerals ephemerals;
    private final HubId self;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final List<Runnable> subscriptions = new ArrayList<>();
    private final AtomicBoolean seenMoved = new AtomicBoolean();
    private final Map<RoomId, Map<HubId, Long>> seenTold = new HashMap<>();
    private final Map<RoomId, Map<HubId, Integer>> hereTold = new HashMap<>();
    private final Map<RoomId, Integer> oursTold = new HashMap<>();
    private long ticks;

    RoomNews(
            Rooms rooms,
            RoomSocket socket,
            RoomCrowds crowds,
            RoomEphemerals ephemerals,
            HubId self,
            Clock clock,
            ScheduledExecutorService thread) {
        this.rooms = rooms;
        this.socket = socket;
        this.crowds = crowds;
        this.ephemerals = ephemerals;
        this.self = self;
        this.clock = clock;
        this.thread = thread;
    }

    void start() {
        subscriptions.add(rooms.onChange(change -> thread.execute(() -> tell(change))));
        subscriptions.add(rooms.onSeen(hub -> seenMoved.set(true)));
        subscriptions.add(ephemerals.onTold(moment -> thread.execute(() -> tell(moment))));
        every(RoomSocketLimits.TELL.toMillis(), this::tellWhatMoved);
        every(RoomSocketLimits.RECHECK.toMillis(), this::endWhatIsOver);
    }

    private void tell(RoomChange change) {
        if (crowds.in(change.room()).isEmpty()) {
            return;
        }
        if (!change.arrived().isEmpty()) {
            crowds.tell(change.room(), RoomWords.said(change.arrived(), clock.instant()));
        }
        if (change.roomChanged() || change.reordered()) {
            crowds.tell(change.room(), RoomWords.again());
        }
    }

    private void tell(RoomEphemerals.Moment moment) {
        switch (moment) {
            case RoomEphemerals.Here here -> crowds.told(here);
            case RoomEphemerals.Typing typing ->
                crowds.tell(typing.room(), RoomWords.typing(typing.name(), typing.hub(), typing.topic()));
        }
    }

    private void tellWhatMoved() {
        boolean again = ++ticks % HERE_AGAIN_TICKS == 0;
        boolean moved = seenMoved.getAndSet(false);
        for (RoomId room : crowds.rooms()) {
            Map<HubId, Integer> people = crowds.people(room);
            if (!people.equals(hereTold.put(room, people))) {
                crowds.tell(room, RoomWords.here(people));
            }
            if (moved) {
                Map<HubId, Long> held = rooms.heldBy(room);
                if (!held.equals(seenTold.put(room, held))) {
                    crowds.tell(room, RoomWords.seen(held));
                }
            }
            tellOthersOfOurs(room, again);
        }
        for (RoomId left : List.copyOf(hereTold.keySet())) {
            if (crowds.in(left).isEmpty()) {
                tellOthersOfOurs(left, false);
                hereTold.remove(left);
                seenTold.remove(left);
                oursTold.remove(left);
            }
        }
    }

    private void tellOthersOfOurs(RoomId room, boolean again) {
        int ours = crowds.peopleOfThisHub(room);
        Integer before = oursTold.put(room, ours);
        if (again || before == null || before != ours) {
            ephemerals.tell(new RoomEphemerals.Here(room, self, ours));
        }
    }

    private void endWhatIsOver() {
        for (RoomConnection connection : socket.connections()) {
            if (!connection.isStillSignedIn()) {
                connection.close(SIGNED_OUT);
            } else if (connection.isSilent()) {
                connection.close(CloseStatus.SESSION_NOT_RELIABLE);
            }
        }
    }

    private void every(long millis, Runnable task) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException failure) {
                        System.getLogger(RoomNews.class.getName())
                                .log(System.Logger.Level.WARNING, "News of rooms failed once; it goes on", failure);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        subscriptions.forEach(Runnable::run);
        thread.shutdownNow();
        socket.connections().forEach(connection -> connection.close(CloseStatus.SERVICE_RESTARTED));
    }
}
