package id.jipp.core.projection;

import id.jipp.core.log.Position;
import id.jipp.core.store.Documents;

/** How far a projection is kept: a document beside those it keeps. Thread-safe. */
public final class Checkpoint {
    private final String projection;
    private final Documents<Kept> documents;

    record Kept(String id, long position) {}

    /** @param projection its name, with the version of its form */
    public Checkpoint(Documents.Store store, String projection) {
        this.projection = projection;
        this.documents = store.collection(projection + "_checkpoint", Kept.class);
    }

    /** {@link Position#START} where nothing is kept. */
    public Position position() {
        Kept kept = documents.find(projection);
        return kept == null ? Position.START : new Position(kept.position());
    }

    /** All before it was saved: a crash between the two is only a delay. */
    public void save(Position upTo) {
        documents.save(new Kept(projection, upTo.value()));
    }

    /** Nothing is kept any more. */
    public void clear() {
        documents.clear();
    }
}
