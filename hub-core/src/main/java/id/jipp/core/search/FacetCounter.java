package id.jipp.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the values of some keyword fields, and the ranges of some order fields, over all documents that match. */
final class FacetCounter extends SimpleCollector {
    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final List<FacetCount> counts = new ArrayList<>();

    FacetCounter(List<String> facets, Map<String, SearchRequest.RangeFacet> rangeFacets) {
        facets.forEach(facet -> counts.add(new FacetCount.OfValues(facet)));
        rangeFacets.forEach((name, facet) -> counts.add(new FacetCount.OfRanges(name, facet)));
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        for (FacetCount count : counts) {
            count.begin(context.reader());
        }
    }

    @Override
    public void collect(int doc) throws IOException {
        for (int i = 0; i < counts.size(); i++) {
            counts.get(i).count(doc);
        }
    }

    @Override
    public void finish() throws IOException {
        for (FacetCount count : counts) {
            count.end();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    /** By facet, the most frequent value first; values that nothing has are left out, but for ranges. */
    Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> sorted = new HashMap<>();
        for (FacetCount count : counts) {
            Map<String, Long> inOrder = new LinkedHashMap<>();
            count.found().entrySet().stream()
                    .sorted(MOST_FREQUENT_FIRST)
                    .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
            sorted.put(count.facet(), inOrder);
        }
        return sorted;
    }
}
