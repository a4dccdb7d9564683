package id.jipp.core.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Titles nearly alike: those that share most of their threes of letters, however the words are ordered or spelled. */
final class SimilarTitles {
    private static final int TITLE_CHARS_MAX = 200;
    private static final double SHARE_MIN = 0.5;

    private SimilarTitles() {}

    static Query query(String title) {
        String cut = title.length() <= TITLE_CHARS_MAX ? title : title.substring(0, TITLE_CHARS_MAX);
        Set<String> grams = new LinkedHashSet<>();
        for (String word : TextFolding.fold(cut).split(" ")) {
            if (word.length() <= Analysis.GRAM) {
                grams.add(word);
            }
            for (int i = 0; i + Analysis.GRAM <= word.length(); i++) {
                grams.add(word.substring(i, i + Analysis.GRAM));
            }
        }
        grams.remove("");
        if (grams.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        grams.forEach(gram -> any.add(new TermQuery(new Term(Analysis.GRAMS, gram)), Occur.SHOULD));
        any.setMinimumNumberShouldMatch((int) Math.max(1, Math.ceil(grams.size() * SHARE_MIN)));
        return any.build();
    }
}
