package id.jipp.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * What Lucene alone does with the words of a search, each in the title or the summary, on the same index: no facets, no
 * documents fetched. Once as it likes best, skipping what cannot be among the first hits, and once counting all that
 * match, which a list with a total and facets cannot do without.
 */
final class BareLucene {
    static final String BEST = "limit: bare Lucene, best hits only";
    static final String ALL = "limit: bare Lucene, all matches counted";

    private static final int QUERIES = 2_000;
    private static final int HITS = 50;
    private static final String[] FIELDS = {"title.exact", "summary.exact"};

    private final IndexSearcher searcher;
    private final RandomGenerator random;

    private BareLucene(IndexSearcher searcher, RandomGenerator random) {
        this.searcher = searcher;
        this.random = random;
    }

    static void measure(Figures figures, Path index, RandomGenerator random) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            BareLucene lucene = new BareLucene(new IndexSearcher(reader), random);
            lucene.queriesPerSecond(HITS);
            figures.add(BEST, lucene.queriesPerSecond(HITS), "queries/s");
            lucene.queriesPerSecond(Integer.MAX_VALUE);
            figures.add(ALL, lucene.queriesPerSecond(Integer.MAX_VALUE), "queries/s");
        }
    }

    private double queriesPerSecond(int countedAtLeast) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            searcher.search(query(), new TopScoreDocCollectorManager(HITS, null, countedAtLeast));
        }
        return QUERIES / ((System.nanoTime() - start) / 1e9);
    }

    private Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : MadeUp.query(random).toLowerCase(Locale.ROOT).split(" ")) {
            BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
            for (String field : FIELDS) {
                anywhere.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD);
            }
            all.add(anywhere.build(), BooleanClause.Occur.MUST);
        }
        return all.build();
    }
}
