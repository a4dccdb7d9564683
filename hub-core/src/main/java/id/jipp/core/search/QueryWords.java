package id.jipp.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed, as a query. It is text, never a query language: bounded in length and words, with nothing in it
 * that could be expensive. Every word must be found somewhere (of four and more: two thirds of them); the last one may
 * be unfinished; a word that no record has is taken for a typo.
 */
final class QueryWords {
    static final int CHARS_MAX = 300;
    static final int WORDS_MAX = 16;

    private static final int STRICT_WORDS_MAX = 3;
    private static final int PREFIX_CHARS_MIN = 2;
    private static final int TYPO_CHARS_MIN = 4;
    private static final int TWO_TYPOS_CHARS_MIN = 8;
    private static final int TYPO_TERMS_MAX = 40;
    private static final Pattern HYPHENED = Pattern.compile("(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])");
    private static final Set<String> LITTLE = Set.of(
            "yang", "dan", "di", "ke", "dari", "untuk", "pada", "dengan", "oleh", "dalam", "para", "bagi", "atau",
            "the", "of", "and", "for", "in", "to");

    private final List<String> words;
    private final Map<String, List<String>> hyphened;
    private final boolean lastIsOpen;
    private final Analyzer stemming;

    private QueryWords(List<String> words, Map<String, List<String>> hyphened, boolean lastIsOpen, Analyzer stemming) {
        this.words = words;
        this.hyphened = hyphened;
        this.lastIsOpen = lastIsOpen;
        this.stemming = stemming;
    }

    static QueryWords of(String typed, Analyzer stemming) {
        String cut = typed.length() <= CHARS_MAX ? typed : typed.substring(0, CHARS_MAX);
        Set<String> all = new LinkedHashSet<>();
        Map<String, List<String>> hyphened = new HashMap<>();
        for (String piece : cut.split("\\s(?!\\p{L}[.])", -1)) {
            List<String> parts = wordsOf(piece);
            if (parts.size() > 1 && HYPHENED.matcher(piece).find()) {
                String joined = String.join("", wordsOf(piece.replace("-", "")));
                hyphened.put(joined, wordsOf(piece.replace('-', ' ')));
                all.add(joined);
            } else {
                all.addAll(parts);
            }
        }
        List<String> telling = all.stream()
                .filter(word -> !LITTLE.contains(word))
                .limit(WORDS_MAX)
                .toList();
        List<String> words = telling.isEmpty() ? all.stream().limit(WORDS_MAX).toList() : telling;
        boolean open = !words.isEmpty()
                && !cut.isEmpty()
                && Character.isLetterOrDigit(cut.charAt(cut.length() - 1))
                && words.getLast().equals(new ArrayList<>(all).getLast());
        return new QueryWords(words, hyphened, open, stemming);
    }

    private static List<String> wordsOf(String piece) {
        String folded = TextFolding.fold(piece);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isOne() {
        return words.size() == 1 && hyphened.isEmpty();
    }

    /** The query that forgives only words nobody uses. */
    Query strict(IndexReader reader) throws IOException {
        return query(reader, false);
    }

    /** The query for when the strict one finds nothing: any word may be a typo. */
    Query forgiving(IndexReader reader) throws IOException {
        return query(reader, true);
    }

    /** The query for when nothing has all of the words: what has any of them, the more the better. */
    Query any(IndexReader reader) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : wordsIn(reader)) {
            any.add(anywhere(reader, word, false, false), Occur.SHOULD);
        }
        return any.build();
    }

    private Query query(IndexReader reader, boolean forgiveAll) throws IOException {
        List<String> words = wordsIn(reader);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean strict = words.size() <= STRICT_WORDS_MAX;
        for (int i = 0; i < words.size(); i++) {
            boolean open = lastIsOpen && i == words.size() - 1;
            all.add(anywhere(reader, words.get(i), open, forgiveAll), strict ? Occur.MUST : Occur.SHOULD);
        }
        if (!strict) {
            all.setMinimumNumberShouldMatch((words.size() * 2 + 2) / 3);
        }
        if (words.size() == 1) {
            return all.build();
        }
        PhraseQuery inTitle = new PhraseQuery(1, Analysis.exact(Fields.TITLE), words.toArray(String[]::new));
        return new BooleanQuery.Builder()
                .add(all.build(), Occur.MUST)
                .add(new BoostQuery(inTitle, 6), Occur.SHOULD)
                .build();
    }

    private Query anywhere(IndexReader reader, String word, boolean open, boolean forgive) throws IOException {
        List<Query> ways = new ArrayList<>();
        boolean known = false;
        String stem = stem(word);
        for (Fields.Weighed field : Fields.TEXTS) {
            known |= add(reader, ways, Analysis.exact(field.name()), word, field.weight() * 1.5f);
            known |= add(reader, ways, Analysis.stem(field.name()), stem, field.weight());
        }
        known |= add(reader, ways, Fields.INITIALS, word, 3);
        if (open && word.length() >= PREFIX_CHARS_MIN) {
            for (Fields.Weighed field : Fields.TEXTS) {
                Query prefix = new PrefixQuery(new Term(Analysis.exact(field.name()), word));
                ways.add(new BoostQuery(new ConstantScoreQuery(prefix), field.weight() * 0.4f));
            }
        }
        if ((!known || forgive) && word.length() >= TYPO_CHARS_MIN) {
            int typos = word.length() >= TWO_TYPOS_CHARS_MIN ? 2 : 1;
            for (Fields.Weighed field : Fields.TEXTS) {
                Term term = new Term(Analysis.exact(field.name()), word);
                ways.add(new BoostQuery(new FuzzyQuery(term, typos, 1, TYPO_TERMS_MAX, true), field.weight() * 0.2f));
            }
        }
        return ways.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static boolean add(IndexReader reader, List<Query> ways, String field, String word, float weight)
            throws IOException {
        Term term = new Term(field, word);
        if (reader.docFreq(term) == 0) {
            return false;
        }
        ways.add(new BoostQuery(new TermQuery(term), weight));
        return true;
    }

    /** {@code e-ktp} is one word if any record has it so; else its parts are looked for. */
    private List<String> wordsIn(IndexReader reader) throws IOException {
        List<String> known = new ArrayList<>();
        for (String word : words) {
            List<String> parts = hyphened.get(word);
            if (parts == null || occurs(reader, word)) {
                known.add(word);
            } else {
                known.addAll(parts);
            }
        }
        return known.size() > WORDS_MAX ? known.subList(0, WORDS_MAX) : known;
    }

    private static boolean occurs(IndexReader reader, String word) throws IOException {
        for (Fields.Weighed field : Fields.TEXTS) {
            if (reader.docFreq(new Term(Analysis.exact(field.name()), word)) > 0) {
                return true;
            }
        }
        return false;
    }

    private String stem(String word) throws IOException {
        try (TokenStream stream = stemming.tokenStream("", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stem;
        }
    }
}
