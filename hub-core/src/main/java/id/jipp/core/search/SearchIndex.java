package id.jipp.core.search;

import id.jipp.core.log.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * The full-text index of one projection, by Lucene: Indonesian analysis; acronyms, dots and case folded ({@code
 * T.O.S.S.} finds TOSS); small typos forgiven. It also answers lists, filters, sorts and counts. The checkpoint is kept
 * in the index's own commit, so that both are always of one moment. May be thrown away and made again. Thread-safe.
 *
 * <p>Where the disk refuses a write Lucene closes the writer for good. Searches go on with what they saw last; the next
 * call of {@link #checkpoint} opens a new writer over what was committed.
 */
public final class SearchIndex implements AutoCloseable {
    private static final int COMMIT_DOCUMENTS = 20_000;
    /** Fewer are put sooner than other threads are found for them. */
    private static final int FEW = 50;

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(15);

    private final Directory directory;
    private final Analyzer analyzer = Analysis.byField();
    private final Analyzer stemming = Analysis.stemming();
    private final LongSupplier nanos;
    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private Position committed;
    private Position written;
    private long committedNanos;
    private int unshown;
    private int uncommitted;

    private SearchIndex(Directory directory, LongSupplier nanos) throws IOException {
        this.directory = directory;
        this.nanos = nanos;
        this.writer = openWriter();
        this.committed = positionOf(writer);
        this.written = committed;
        this.committedNanos = nanos.getAsLong();
        this.searchers = new SearcherManager(writer, null);
    }

    private IndexWriter openWriter() throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer).setRAMBufferSizeMB(32).setCommitOnClose(false));
    }

    private static Position positionOf(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return new Position(IndexFolder.positionOf(data));
    }

    /**
     * The index in that folder; one that is torn, foreign or of an older form is emptied first, and its checkpoint is
     * then the start.
     *
     * @throws IllegalStateException if another process has it open
     */
    public static SearchIndex in(Path folder) {
        return in(folder, System::nanoTime);
    }

    /** As {@link #in(Path)}, with the ticker that decides when a commit is due. */
    public static SearchIndex in(Path folder, LongSupplier nanos) {
        try {
            return over(IndexFolder.open(folder), nanos);
        } catch (org.apache.lucene.store.LockObtainFailedException inUse) {
            throw new IllegalStateException("The search index in " + folder + " is in use by another process", inUse);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static SearchIndex over(Directory directory, LongSupplier nanos) throws IOException {
        return new SearchIndex(directory, nanos);
    }

    /** Up to where the last durable commit goes. What was put after it must be put again where a call has failed. */
    public synchronized Position checkpoint() {
        try {
            reopenIfClosed();
            return committed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void reopenIfClosed() throws IOException {
        if (writer.isOpen()) {
            return;
        }
        SearcherManager old = searchers;
        writer = openWriter();
        committed = positionOf(writer);
        written = committed;
        unshown = 0;
        uncommitted = 0;
        searchers = new SearcherManager(writer, null);
        old.close();
    }

    /** Adds or replaces by id, removes others, and remembers the position with them. Seen by the next search. */
    public void update(Collection<SearchDocument> documents, Collection<String> removedIds, Position upTo) {
        put(documents, removedIds);
        show(upTo);
    }

    /**
     * The dear part of an update, of which no search sees anything before {@link #show}. Many are put on all processors;
     * each id is among them once.
     */
    public synchronized void put(Collection<SearchDocument> documents, Collection<String> removedIds) {
        try {
            if (documents.size() < FEW) {
                documents.forEach(this::put);
            } else {
                documents.parallelStream().forEach(this::put);
            }
            if (!removedIds.isEmpty()) {
                writer.deleteDocuments(
                        removedIds.stream().map(id -> new Term(Fields.ID, id)).toArray(Term[]::new));
            }
            unshown += documents.size() + removedIds.size();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void put(SearchDocument document) {
        try {
            writer.updateDocument(new Term(Fields.ID, document.id()), IndexedForm.of(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lets searches see what was put, and remembers the position with it. */
    public synchronized void show(Position upTo) {
        try {
            written = upTo;
            if (unshown > 0) {
                uncommitted += unshown;
                unshown = 0;
                searchers.maybeRefreshBlocking();
            }
            if (isCommitDue()) {
                commit();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lets searches see what was put and keeps it, with the position as it is: what is there was only said anew. */
    public synchronized void settle() {
        try {
            show(written);
            commit();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes everything; the checkpoint is the start again. */
    public synchronized void clear() {
        try {
            writer.deleteAll();
            written = Position.START;
            commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public SearchResult search(SearchRequest request) {
        return withSearcher(searcher -> {
            QueryWords words = QueryWords.of(request.words(), stemming);
            if (words.isEmpty()) {
                boolean nothingAsked = request.words().isBlank();
                return find(
                        searcher, request, nothingAsked ? MatchAllDocsQuery.INSTANCE : new MatchNoDocsQuery(), false);
            }
            SearchResult strict = find(searcher, request, words.strict(searcher.getIndexReader()), true);
            if (strict.total() > 0) {
                return strict;
            }
            SearchResult forgiving = find(searcher, request, words.forgiving(searcher.getIndexReader()), true);
            if (forgiving.total() > 0 || !request.orAnyWord() || words.isOne()) {
                return forgiving;
            }
            SearchResult any = find(searcher, request, words.any(searcher.getIndexReader()), true);
            return new SearchResult(any.ids(), any.total(), any.facets(), any.total() > 0);
        });
    }

    /** Ids of those of the family with that exact keyword, at most {@code limit}. */
    public List<String> withKeyword(String family, String field, String value, int limit) {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.FAMILY, family)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.keyword(field), IndexedForm.keyword(value))), Occur.FILTER)
                .build();
        return withSearcher(searcher -> ids(searcher, searcher.search(query, limit).scoreDocs, 0));
    }

    /** Ids of those with nearly that title, the nearest first. */
    public List<String> similar(String family, String title, int limit) {
        return withSearcher(searcher -> {
            Query near = SimilarTitles.query(title);
            Query query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.FAMILY, family)), Occur.FILTER)
                    .add(near, Occur.MUST)
                    .build();
            return ids(searcher, searcher.search(query, limit).scoreDocs, 0);
        });
    }

    @Override
    public synchronized void close() {
        try {
            if (!written.equals(committed) || uncommitted > 0) {
                commit();
            }
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isCommitDue() {
        return uncommitted >= COMMIT_DOCUMENTS
                || !written.equals(committed) && nanos.getAsLong() - committedNanos >= COMMIT_INTERVAL.toNanos();
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(
                Map.of(IndexFolder.FORM, IndexFolder.FORM_NOW, IndexFolder.POSITION, Long.toString(written.value()))
                        .entrySet());
        writer.commit();
        committed = written;
        committedNanos = nanos.getAsLong();
        uncommitted = 0;
    }

    private static SearchResult find(IndexSearcher searcher, SearchRequest request, Query words, boolean scored)
            throws IOException {
        Query query = filtered(request, words);
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        int hits = (int) Math.min(most, Math.max(1L, (long) request.from() + request.size()));
        TopFieldCollector top =
                new TopFieldCollectorManager(sort(request, scored), hits, null, Integer.MAX_VALUE).newCollector();
        FacetCounter facets = new FacetCounter(request.facets(), request.rangeFacets());
        searcher.search(query, MultiCollector.wrap(top, facets));
        ScoreDoc[] found = request.size() == 0 ? new ScoreDoc[0] : top.topDocs().scoreDocs;
        return new SearchResult(ids(searcher, found, request.from()), top.getTotalHits(), facets.counts(), false);
    }

    private static Query filtered(SearchRequest request, Query words) {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.FAMILY, request.family())), Occur.FILTER);
        if (!(words instanceof MatchAllDocsQuery)) {
            all.add(words, Occur.MUST);
        }
        request.filters()
                .forEach((field, value) -> all.add(
                        new TermQuery(new Term(Fields.keyword(field), IndexedForm.keyword(value))), Occur.FILTER));
        request.ranges()
                .forEach((field, range) -> all.add(
                        LongPoint.newRangeQuery(Fields.order(field), range.lowest(), range.highest()), Occur.FILTER));
        return all.build();
    }

    private static Sort sort(SearchRequest request, boolean scored) {
        SortField byTitle = new SortField(Fields.TITLE_ORDER, SortField.Type.STRING);
        SortField byTie = new SortField(Fields.TIE, SortField.Type.LONG);
        return switch (request.sort()) {
            case SearchRequest.RELEVANCE ->
                scored ? new Sort(SortField.FIELD_SCORE, byTitle, byTie) : new Sort(byTitle, byTie);
            case SearchRequest.TITLE -> new Sort(byTitle, byTie);
            default -> {
                SortField byNumber = new SortField(Fields.order(request.sort()), SortField.Type.LONG, true);
                byNumber.setMissingValue(Long.MIN_VALUE);
                // No words here: the newest come last, so nearly each one is looked at as the first hit of all.
                yield new Sort(byNumber, byTie);
            }
        };
    }

    private static List<String> ids(IndexSearcher searcher, ScoreDoc[] found, int from) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>(Math.max(0, found.length - from));
        for (int i = from; i < found.length; i++) {
            ids.add(stored.document(found[i].doc, Set.of(Fields.ID)).get(Fields.ID));
        }
        return new ArrayList<>(new LinkedHashSet<>(ids));
    }

    private <T> T withSearcher(Ask<T> ask) {
        try {
            IndexSearcher searcher = acquire();
            try {
                return ask.of(searcher);
            } finally {
                searcher.getIndexReader().decRef();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private IndexSearcher acquire() throws IOException {
        SearcherManager now = searchers;
        try {
            return now.acquire();
        } catch (AlreadyClosedException replaced) {
            if (now == searchers) {
                throw replaced;
            }
            return searchers.acquire();
        }
    }

    private interface Ask<T> {
        T of(IndexSearcher searcher) throws IOException;
    }
}
