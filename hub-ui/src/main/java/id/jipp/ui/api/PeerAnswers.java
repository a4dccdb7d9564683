package id.jipp.ui.api;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.sync.federation.Federation;
import id.jipp.ui.api.PeerViews.PeerView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The hub that an address names, and how it goes with it. */
@Component
class PeerAnswers {
    private final Peers peers;
    private final Federation federation;
    private final PeerViews views;

    PeerAnswers(Peers peers, Federation federation, PeerViews views) {
        this.peers = peers;
        this.federation = federation;
        this.views = views;
    }

    List<PeerView> all(Locale locale) {
        return federation.statuses().stream()
                .flatMap(status -> peers.find(status.hub()).map(peer -> views.of(peer, status, locale)).stream())
                .toList();
    }

    Peer known(String hub) {
        return id(hub).flatMap(peers::find).orElseThrow(() -> Refusal.unknown("hub"));
    }

    private static Optional<HubId> id(String hub) {
        try {
            return Optional.of(new HubId(hub));
        } catch (IllegalArgumentException notAHub) {
            return Optional.empty();
        }
    }

    ResponseEntity<PeerView> answer(Peer peer, Locale locale) {
        return ResponseEntity.ok().eTag(PolicyView.tag(peer.policy())).body(view(peer, locale));
    }

    PeerView view(Peer peer, Locale locale) {
        return views.of(peer, federation.status(peer.hub()).orElseThrow(), locale);
    }
}
