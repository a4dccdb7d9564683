package id.jipp.ui.component;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.settings.HubSettings;
import org.springframework.stereotype.Component;

/** What to call a hub on a screen. */
@Component
public final class HubNames {
    private final Peers peers;
    private final HubSettings settings;

    HubNames(Peers peers, HubSettings settings) {
        this.peers = peers;
        this.settings = settings;
    }

    /** Its name as it or our coordinator gave it; its id if we do not know it. */
    public String of(HubId hub) {
        return hub.equals(settings.hub())
                ? settings.name()
                : peers.find(hub).map(Peer::name).orElse(hub.value());
    }

    public HubId own() {
        return settings.hub();
    }

    public boolean isOwn(HubId hub) {
        return settings.hub().equals(hub);
    }
}
