package id.jipp.ui.seminar;

import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.core.seminar.SeminarId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which room belongs to a seminar: the one whose purpose names the seminar's page. Thread-safe. */
@Component
class SeminarRooms {
    private final Rooms rooms;

    SeminarRooms(Rooms rooms) {
        this.rooms = rooms;
    }

    Optional<Room> of(SeminarId seminar, Person person) {
        String page = "/seminar/" + seminar;
        return rooms.all(person).stream()
                .filter(room -> room.purpose().contains(page))
                .findFirst();
    }
}
