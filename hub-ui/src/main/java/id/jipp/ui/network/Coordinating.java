package id.jipp.ui.network;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import id.jipp.core.person.Person;
import id.jipp.ui.security.CurrentPerson;

/** Pages that only a coordinator or an admin has; the façades check again. */
final class Coordinating {
    private Coordinating() {}

    static boolean orElseDenied(CurrentPerson currentPerson, BeforeEnterEvent event) {
        boolean may = currentPerson.find().filter(Person::coordinates).isPresent();
        if (!may) {
            event.rerouteToError(AccessDeniedException.class);
        }
        return may;
    }
}
