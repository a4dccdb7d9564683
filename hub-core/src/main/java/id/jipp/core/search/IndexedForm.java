package id.jipp.core.search;

import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** What the index keeps of a document. Where words stand is only kept of titles, in which alone phrases are looked for. */
final class IndexedForm {
    private static final int TEXT_CHARS_MAX = 30_000;
    private static final int KEYWORD_CHARS_MAX = 500;
    private static final int TITLE_ORDER_CHARS_MAX = 200;

    /** So many signs of 36 fit a long. */
    private static final int TIE_CHARS = 12;

    private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.freeze();
    }

    private IndexedForm() {}

    static Document of(SearchDocument from) {
        Document to = new Document();
        to.add(new StringField(Fields.ID, from.id(), Field.Store.YES));
        to.add(new NumericDocValuesField(Fields.TIE, tie(from.id())));
        to.add(new StringField(Fields.FAMILY, from.family(), Field.Store.NO));
        addTexts(to, from);
        addTitle(to, from.title());
        from.keywords().forEach((field, values) -> {
            for (String value : Set.copyOf(values)) {
                to.add(new StringField(Fields.keyword(field), keyword(value), Field.Store.NO));
                to.add(new SortedSetDocValuesField(Fields.keyword(field), new BytesRef(keyword(value))));
            }
        });
        from.order().forEach((field, value) -> {
            to.add(new LongPoint(Fields.order(field), value));
            to.add(new NumericDocValuesField(Fields.order(field), value));
        });
        return to;
    }

    private static void addTexts(Document to, SearchDocument from) {
        for (Fields.Weighed field : Fields.TEXTS) {
            String text = cut(from.texts().getOrDefault(field.name(), ""), TEXT_CHARS_MAX);
            if (!text.isEmpty()) {
                String folded = TextFolding.fold(text);
                boolean phrases = field.name().equals(Fields.TITLE);
                to.add(new Field(Analysis.exact(field.name()), folded, phrases ? TextField.TYPE_NOT_STORED : WORDS));
                to.add(new Field(Analysis.stem(field.name()), folded, WORDS));
            }
        }
    }

    private static void addTitle(Document to, String title) {
        String folded = TextFolding.fold(title);
        to.add(new Field(Analysis.GRAMS, folded, WORDS));
        to.add(new Field(Fields.INITIALS, TextFolding.initials(title), WORDS));
        to.add(new SortedDocValuesField(Fields.TITLE_ORDER, new BytesRef(cut(folded, TITLE_ORDER_CHARS_MAX))));
    }

    /** The end of an id as a number in the same order, to tell apart what is otherwise equal. */
    private static long tie(String id) {
        long tie = 0;
        for (int i = Math.max(0, id.length() - TIE_CHARS); i < id.length(); i++) {
            tie = tie * Character.MAX_RADIX + Math.max(0, Character.digit(id.charAt(i), Character.MAX_RADIX));
        }
        return tie;
    }

    /** Lucene bounds a term by bytes; a keyword is bounded well below that. */
    static String keyword(String value) {
        return cut(value, KEYWORD_CHARS_MAX);
    }

    private static String cut(String text, int charsMax) {
        return text.length() > charsMax ? text.substring(0, charsMax) : text;
    }
}
