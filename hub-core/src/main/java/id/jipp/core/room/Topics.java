package id.jipp.core.room;

import java.util.List;

/** The topic a room has when its opener named none. */
final class Topics {
    static final String DEFAULT = "Umum";

    private Topics() {}

    /** The topic of that name; the first where it is none of these. */
    static String among(List<String> topics, String topic) {
        return topics.contains(topic) ? topic : topics.getFirst();
    }
}
