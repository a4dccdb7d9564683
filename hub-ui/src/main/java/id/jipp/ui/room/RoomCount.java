package id.jipp.ui.room;

import id.jipp.core.person.Person;
import id.jipp.core.room.Rooms;
import id.jipp.ui.shell.RailCount;
import org.springframework.stereotype.Component;

/** How many rooms have something unread or wait to be seen for the first time, beside their place in the rail. */
@Component
class RoomCount implements RailCount {
    private final Rooms rooms;

    RoomCount(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String path() {
        return "ruang";
    }

    @Override
    public int of(Person person) {
        return Math.toIntExact(rooms.all(person).stream()
                .filter(room -> rooms.isInvitation(room.id(), person) || rooms.unread(room.id(), person) > 0)
                .count());
    }

    @Override
    public Runnable onChange(Runnable news) {
        Runnable changes = rooms.onChange(change -> news.run());
        Runnable reads = rooms.onRead(reader -> news.run());
        return () -> {
            changes.run();
            reads.run();
        };
    }
}
