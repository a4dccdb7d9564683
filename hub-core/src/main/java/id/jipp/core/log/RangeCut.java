package id.jipp.core.log;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes from the entries of a stream as many as may be sent at once, ending with a signed one. */
final class RangeCut {
    private RangeCut() {}

    /** At most so many entries and bytes, but at least one piece; empty if there are none. */
    static List<Entry> of(Iterator<Entry> following, int entriesMax, int bytesMax) {
        List<Entry> cut = new ArrayList<>();
        int signedTo = 0;
        long bytes = 0;
        while (following.hasNext()) {
            Entry entry = following.next();
            bytes += entry.size();
            if (signedTo > 0 && (cut.size() >= entriesMax || bytes > bytesMax)) {
                break;
            }
            cut.add(entry);
            if (entry.signature() != null) {
                signedTo = cut.size();
            }
        }
        return List.copyOf(cut.subList(0, signedTo));
    }
}
