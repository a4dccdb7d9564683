package id.jipp.ui.innovation;

import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The hubs that receive what this hub publishes. Thread-safe. */
@Component
class Receivers {
    private static final int NAMED_MAX = 3;

    private final Peers peers;
    private final Texts texts;

    Receivers(Peers peers, Texts texts) {
        this.peers = peers;
        this.texts = texts;
    }

    /** That it is published, and who gets it. */
    String published(Locale locale) {
        List<String> names = peers.all().stream()
                .filter(peer -> peer.isLinked() && peer.policy().records().sends())
                .map(Peer::name)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return texts.getTranslation("innovation.published.alone", locale);
        }
        String named = String.join(", ", names.subList(0, Math.min(NAMED_MAX, names.size())));
        return names.size() <= NAMED_MAX
                ? texts.getTranslation("innovation.published", locale, named)
                : texts.getTranslation("innovation.published.many", locale, named, names.size() - NAMED_MAX);
    }
}
