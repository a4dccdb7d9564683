package id.jipp.core.peer;

import id.jipp.core.log.EntryRange;
import id.jipp.core.log.StreamId;

/** Shows what is newest in a room while its history is still on its way. Implemented by the rooms. Thread-safe. */
public interface Glimpses {
    /** Shows nothing before its time. */
    Glimpses NONE = new Glimpses() {
        @Override
        public void see(EntryRange newest) {}

        @Override
        public void forget(StreamId stream) {}
    };

    /** Shows these until the log reaches them. They are right by themselves; what is before them is not known. */
    void see(EntryRange newest);

    /** Shows no more of that stream than the log has. */
    void forget(StreamId stream);
}
