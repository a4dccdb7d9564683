package id.jipp.ui.api;

import id.jipp.core.peer.Peer;
import id.jipp.core.settings.HubSettings;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.text.Moments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts how a link stands into the API's words. */
@Component
class PeerViews {
    private final PeerSentence sentences;
    private final Moments moments;

    PeerViews(ApiWords words, HubSettings settings, Clock clock) {
        this.moments = new Moments(settings.area(), clock);
        this.sentences = new PeerSentence(words, moments);
    }

    /**
     * @param link asked, asking, linked, paused, blocked, left (by us) or gone (they left)
     * @param identical whether both hold the same; null for unknown
     * @param words the four words both sides compare
     * @param forgotten whether what that hub wrote is no longer shown here
     */
    record PeerView(
            String id,
            String name,
            String state,
            String link,
            String sentence,
            @Nullable OffsetDateTime lastContact,
            long waitingToSend,
            long waitingToReceive,
            @Nullable Boolean identical,
            long records,
            @Nullable String lastRefusal,
            PolicyView policy,
            String words,
            boolean forgotten) {}

    PeerView of(Peer peer, PeerStatus status, Locale locale) {
        return new PeerView(
                peer.hub().value(),
                peer.name(),
                code(status.state()),
                code(peer.state()),
                sentences.of(peer, status, locale),
                InnovationView.at(status.lastContact(), moments.zone()),
                status.waitingToSend(),
                status.waitingToReceive(),
                status.identical(),
                status.records(),
                status.lastRefusal(),
                PolicyView.of(peer.policy()),
                peer.words(),
                peer.forgotten());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
