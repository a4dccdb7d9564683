package id.jipp.core.innovation;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Showing;
import id.jipp.core.peer.Showings;
import id.jipp.core.projection.Listeners;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What a test decides to show of each hub. */
final class ChosenShowings implements Showings {
    private final Map<HubId, Showing> chosen = new ConcurrentHashMap<>();
    private final Listeners<HubId> listeners = new Listeners<>();

    void choose(HubId author, Showing showing) {
        chosen.put(author, showing);
        listeners.tell(author);
    }

    /** As when the program ended before anybody heard. */
    void chooseUnheard(HubId author, Showing showing) {
        chosen.put(author, showing);
    }

    @Override
    public Set<HubId> authors() {
        return Set.copyOf(chosen.keySet());
    }

    @Override
    public Showing showing(HubId author) {
        return chosen.getOrDefault(author, Showing.WHOLE);
    }

    @Override
    public Runnable onChange(Consumer<HubId> listener) {
        return listeners.add(listener);
    }
}
