package id.jipp.sync.session;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.Signer;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;

/** This hub, as its sessions need it; all of them share one. */
public record Home(
        Signer self,
        HubLog log,
        Peers peers,
        Audience audience,
        PeerHeads heads,
        Sources sources,
        SharedFiles files,
        SessionLimits limits) {}
