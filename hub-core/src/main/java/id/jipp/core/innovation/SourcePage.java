package id.jipp.core.innovation;

import id.jipp.core.log.StreamId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which records some entries were about: {@link #ENTRIES} numbers of one stream, kept as one document. An erased entry
 * does not say that any more.
 *
 * @param id stream and page
 * @param records ids of records by the number of the entry
 */
record SourcePage(String id, Map<String, String> records) {
    static final int ENTRIES = 64;

    static String id(StreamId stream, long seq) {
        return stream + "/" + (seq - 1) / ENTRIES;
    }

    static SourcePage empty(String id) {
        return new SourcePage(id, Map.of());
    }

    SourcePage with(long seq, String record) {
        Map<String, String> more = new TreeMap<>(records);
        more.put(Long.toString(seq), record);
        return new SourcePage(id, more);
    }
}
