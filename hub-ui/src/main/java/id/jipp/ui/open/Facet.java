package id.jipp.ui.open;

import java.util.List;

/** One way to narrow the list; {@code name} as in the address. */
record Facet(String name, List<Option> options) {
    /** @param href the list with this option, or without it where it is the current one */
    record Option(String label, long count, String href, boolean current) {}
}
