package id.jipp.ui.shell;

import id.jipp.core.person.Person;

/** How many things wait behind one place of the rail. A feature offers it as a bean. */
public interface RailCount {
    /** The place's path: {@code ruang}; empty for the desk. */
    String path();

    int of(Person person);

    /**
     * Calls when the count may have changed.
     *
     * @return ends it
     */
    Runnable onChange(Runnable news);
}
