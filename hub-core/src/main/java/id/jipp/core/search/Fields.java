package id.jipp.core.search;

import java.util.List;

/** The names of the index's fields, and what a find in each is worth. */
final class Fields {
    static final String ID = "_id";
    static final String TIE = "_tie";
    static final String FAMILY = "_family";
    static final String TITLE = "title";
    static final String INITIALS = "title.initials";
    static final String TITLE_ORDER = "title.order";

    record Weighed(String name, float weight) {}

    static final List<Weighed> TEXTS =
            List.of(new Weighed(TITLE, 8), new Weighed("names", 4), new Weighed("summary", 2), new Weighed("body", 1));

    private Fields() {}

    static String keyword(String field) {
        return "k." + field;
    }

    static String order(String field) {
        return "o." + field;
    }
}
