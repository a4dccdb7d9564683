package id.jipp.core.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/** One facet while it is counted, a part of the index after another. Counts in arrays: it sees every match. */
abstract sealed class FacetCount {
    private final String facet;
    final Map<String, Long> found = new HashMap<>();

    private FacetCount(String facet) {
        this.facet = facet;
    }

    String facet() {
        return facet;
    }

    Map<String, Long> found() {
        return found;
    }

    abstract void begin(LeafReader part) throws IOException;

    abstract void count(int doc) throws IOException;

    abstract void end() throws IOException;

    /** How many have each value of a keyword field. */
    static final class OfValues extends FacetCount {
        private SortedSetDocValues many = DocValues.emptySortedSet();
        private @Nullable SortedDocValues one;
        private long[] counts = new long[0];

        OfValues(String facet) {
            super(facet);
        }

        @Override
        void begin(LeafReader part) throws IOException {
            many = DocValues.getSortedSet(part, Fields.keyword(facet()));
            one = DocValues.unwrapSingleton(many);
            counts = new long[Math.toIntExact(many.getValueCount())];
        }

        @Override
        void count(int doc) throws IOException {
            if (one != null) {
                if (one.advanceExact(doc)) {
                    counts[one.ordValue()]++;
                }
            } else if (many.advanceExact(doc)) {
                for (int left = many.docValueCount(); left > 0; left--) {
                    counts[(int) many.nextOrd()]++;
                }
            }
        }

        @Override
        void end() throws IOException {
            for (int ord = 0; ord < counts.length; ord++) {
                if (counts[ord] > 0) {
                    String value = one == null
                            ? many.lookupOrd(ord).utf8ToString()
                            : one.lookupOrd(ord).utf8ToString();
                    found.merge(value, counts[ord], Long::sum);
                }
            }
            counts = new long[0];
        }
    }

    /** How many have a number in each of some ranges. */
    static final class OfRanges extends FacetCount {
        private final String orderField;
        private final String[] names;
        private final SearchRequest.Range[] ranges;
        private final long[] counts;
        private NumericDocValues numbers = DocValues.emptyNumeric();

        OfRanges(String facet, SearchRequest.RangeFacet asked) {
            super(facet);
            this.orderField = asked.orderField();
            this.names = asked.ranges().keySet().toArray(String[]::new);
            this.ranges = new SearchRequest.Range[names.length];
            Arrays.setAll(ranges, i -> asked.ranges().get(names[i]));
            this.counts = new long[names.length];
            end();
        }

        @Override
        void begin(LeafReader part) throws IOException {
            numbers = DocValues.getNumeric(part, Fields.order(orderField));
        }

        @Override
        void count(int doc) throws IOException {
            if (numbers.advanceExact(doc)) {
                long number = numbers.longValue();
                for (int i = 0; i < ranges.length; i++) {
                    if (ranges[i].holds(number)) {
                        counts[i]++;
                    }
                }
            }
        }

        @Override
        void end() {
            for (int i = 0; i < names.length; i++) {
                found.put(names[i], counts[i]);
            }
        }
    }
}
