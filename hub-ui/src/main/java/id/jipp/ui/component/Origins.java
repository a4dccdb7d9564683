package id.jipp.ui.component;

import id.jipp.core.innovation.Innovation;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where to read what is only referred to here. Thread-safe. */
@Component
public final class Origins {
    private final Peers peers;

    Origins(Peers peers) {
        this.peers = peers;
    }

    /** The record's page at its own hub; empty for one that is whole here, or of a hub whose address is not known. */
    public Optional<String> of(Innovation innovation) {
        return innovation.reference()
                ? peers.find(innovation.id().hub())
                        .flatMap(Peer::site)
                        .map(site -> site + "/inovasi/" + innovation.id())
                : Optional.empty();
    }
}
