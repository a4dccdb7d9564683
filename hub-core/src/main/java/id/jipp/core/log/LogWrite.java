package id.jipp.core.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One call that changes the log, waiting for the thread that writes.
 *
 * @param <A> what it answers
 */
sealed interface LogWrite<A> {
    CompletableFuture<A> answer();

    int entries();

    record Append(StreamName stream, List<NewEntry> news, CompletableFuture<List<PlacedEntry>> answer)
            implements LogWrite<List<PlacedEntry>> {
        Append(StreamName stream, List<NewEntry> news) {
            this(stream, news, new CompletableFuture<>());
        }

        @Override
        public int entries() {
            return news.size();
        }
    }

    record Accept(EntryRules.Checked.Right range, CompletableFuture<Acceptance> answer)
            implements LogWrite<Acceptance> {
        Accept(EntryRules.Checked.Right range) {
            this(range, new CompletableFuture<>());
        }

        @Override
        public int entries() {
            return range.entries().size();
        }
    }

    /** The proof is verified. */
    record Freeze(Fork proof, CompletableFuture<Boolean> answer) implements LogWrite<Boolean> {
        Freeze(Fork proof) {
            this(proof, new CompletableFuture<>());
        }

        @Override
        public int entries() {
            return 1;
        }
    }

    /** Changes nothing; it only wakes the writer. */
    record Nudge(CompletableFuture<Boolean> answer) implements LogWrite<Boolean> {
        @Override
        public int entries() {
            return 0;
        }
    }
}
