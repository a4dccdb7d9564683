package id.jipp.core.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;

/**
 * How folded text becomes terms: as it stands (to complete and to forgive typos), by Indonesian stem (so that {@code
 * pelayanan} and {@code layanan} meet) and in threes of letters (for titles nearly alike). Stop words are kept in the
 * index: titles are made of them ({@code Dari Kami untuk Anda}).
 */
final class Analysis {
    static final String GRAMS = "title.grams";
    static final int GRAM = 3;

    /** A longer word is cut here; nobody types it. */
    private static final int WORD_CHARS_MAX = 64;

    private Analysis() {}

    static String exact(String field) {
        return field + ".exact";
    }

    static String stem(String field) {
        return field + ".stem";
    }

    static Analyzer byField() {
        Analyzer plain = plain();
        Analyzer stem = stemming();
        return new PerFieldAnalyzerWrapper(
                plain,
                Map.of(
                        stem("title"),
                        stem,
                        stem("names"),
                        stem,
                        stem("summary"),
                        stem,
                        stem("body"),
                        stem,
                        GRAMS,
                        grams()));
    }

    static Analyzer stemming() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new WhitespaceTokenizer(WORD_CHARS_MAX);
                TokenStream stems = new IndonesianStemFilter(new LowerCaseFilter(words), true);
                return new TokenStreamComponents(words, stems);
            }
        };
    }

    private static Analyzer plain() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new WhitespaceTokenizer(WORD_CHARS_MAX));
            }
        };
    }

    private static Analyzer grams() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new WhitespaceTokenizer(WORD_CHARS_MAX);
                return new TokenStreamComponents(words, new NGramTokenFilter(words, GRAM, GRAM, true));
            }
        };
    }
}
