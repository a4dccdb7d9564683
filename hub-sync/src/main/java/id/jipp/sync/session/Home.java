package id.jipp.sync.session;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.Signer;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.sync.protocol.Handshake;

/** This hub, as its sessions need it; all of them share one. */
public record Home(
        Signer self,
        HubLog log,
        Peers peers,
        Audience audience,
        PeerHeads heads,
        Sources sources,
        SharedFiles files,
        Glimpses glimpses,
        SessionLimits limits) {

    /** The same in a session of that minor version: who does not know epochs of streams is told of none. */
    Home speaking(int minor) {
        return minor >= Handshake.MINOR_EPOCHS
                ? this
                : new Home(self, log, peers, new FirstEpochs(audience), heads, sources, files, glimpses, limits);
    }
}
