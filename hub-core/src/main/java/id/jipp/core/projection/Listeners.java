package id.jipp.core.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Those who want to hear of something. One that fails is dropped from this round only and does not keep the others from
 * hearing. Thread-safe.
 */
public final class Listeners<T> {
    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener; it is called on the thread that tells and must return quickly.
     *
     * @return removes it again when run
     */
    public Runnable add(Consumer<? super T> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    public void tell(T news) {
        for (Consumer<? super T> listener : all) {
            try {
                listener.accept(news);
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.WARNING, "A listener failed; the others are told all the same", failure);
            }
        }
    }
}
