package id.jipp.core.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the values of some keyword fields, and the ranges of some order fields, over all documents that match. */
final class FacetCounter extends SimpleCollector {
    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final List<String> facets;
    private final Map<String, SearchRequest.RangeFacet> rangeFacets;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private final SortedSetDocValues[] values;
    private final long[][] segmentCounts;
    private final Map<String, NumericDocValues> numbers = new HashMap<>();
    private boolean inSegment;

    FacetCounter(List<String> facets, Map<String, SearchRequest.RangeFacet> rangeFacets) {
        this.facets = facets;
        this.rangeFacets = rangeFacets;
        this.values = new SortedSetDocValues[facets.size()];
        this.segmentCounts = new long[facets.size()][];
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
        rangeFacets.forEach((name, facet) -> {
            Map<String, Long> none = new HashMap<>();
            facet.ranges().keySet().forEach(range -> none.put(range, 0L));
            counts.put(name, none);
        });
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = DocValues.getSortedSet(context.reader(), Fields.keyword(facets.get(i)));
            segmentCounts[i] = new long[Math.toIntExact(values[i].getValueCount())];
        }
        for (Map.Entry<String, SearchRequest.RangeFacet> facet : rangeFacets.entrySet()) {
            numbers.put(
                    facet.getKey(),
                    DocValues.getNumeric(
                            context.reader(), Fields.order(facet.getValue().orderField())));
        }
        inSegment = true;
    }

    @Override
    public void collect(int doc) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (values[i].advanceExact(doc)) {
                int count = values[i].docValueCount();
                for (int j = 0; j < count; j++) {
                    segmentCounts[i][(int) values[i].nextOrd()]++;
                }
            }
        }
        for (Map.Entry<String, NumericDocValues> number : numbers.entrySet()) {
            if (number.getValue().advanceExact(doc)) {
                count(number.getKey(), number.getValue().longValue());
            }
        }
    }

    private void count(String facet, long value) {
        SearchRequest.RangeFacet rangeFacet = rangeFacets.get(facet);
        Map<String, Long> into = counts.get(facet);
        if (rangeFacet == null || into == null) {
            return;
        }
        rangeFacet.ranges().forEach((name, range) -> {
            if (range.holds(value)) {
                into.merge(name, 1L, Long::sum);
            }
        });
    }

    @Override
    public void finish() throws IOException {
        if (!inSegment) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            Map<String, Long> into = counts.computeIfAbsent(facets.get(i), facet -> new HashMap<>());
            for (int ord = 0; ord < segmentCounts[i].length; ord++) {
                if (segmentCounts[i][ord] > 0) {
                    into.merge(values[i].lookupOrd(ord).utf8ToString(), segmentCounts[i][ord], Long::sum);
                }
            }
        }
        inSegment = false;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    /** By facet, the most frequent value first; values that nothing has are left out, but for ranges. */
    Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> sorted = new LinkedHashMap<>();
        counts.forEach((facet, found) -> {
            Map<String, Long> inOrder = new LinkedHashMap<>();
            found.entrySet().stream()
                    .sorted(MOST_FREQUENT_FIRST)
                    .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
            sorted.put(facet, inOrder);
        });
        return sorted;
    }
}
