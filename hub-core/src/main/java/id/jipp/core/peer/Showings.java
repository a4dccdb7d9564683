package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.util.Set;
import java.util.function.Consumer;

/** What is shown of each hub's own writing. Asked on every read, so quick; thread-safe. */
public interface Showings {
    /** Every hub's writing as it is; where there are no links. */
    Showings ALL = new Showings() {
        @Override
        public Set<HubId> authors() {
            return Set.of();
        }

        @Override
        public Showing showing(HubId author) {
            return Showing.WHOLE;
        }

        @Override
        public Runnable onChange(Consumer<HubId> listener) {
            return () -> {};
        }
    };

    /** Those of whom something may have been decided; of all others everything is shown. */
    Set<HubId> authors();

    Showing showing(HubId author);

    /** Hears of whom more or less may be shown now, before the change is answered. @return ends that */
    Runnable onChange(Consumer<HubId> listener);
}
