package id.jipp.ui.component;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import java.util.List;
import java.util.Locale;

/** What a coordinator can do to a link as it stands. Pages and API offer the same, and say first what stays and ends. */
public enum LinkMove {
    PAUSE,
    RESUME,
    LEAVE,
    BLOCK,
    UNBLOCK,
    /** Of a link that is over: what that hub wrote is no longer shown. */
    FORGET,
    /** Of a link that is over: it is shown again. */
    RECALL;

    public static List<LinkMove> of(Peer peer) {
        return switch (peer.state()) {
            case ASKED -> List.of(LEAVE, BLOCK);
            case ASKING -> List.of(BLOCK);
            case LINKED -> List.of(PAUSE, LEAVE, BLOCK);
            case PAUSED -> List.of(RESUME, LEAVE, BLOCK);
            case BLOCKED -> List.of(UNBLOCK, LEAVE);
            case LEFT, GONE -> List.of(peer.forgotten() ? RECALL : FORGET);
        };
    }

    /** Does it, or refuses where the link stands otherwise than when this was offered. */
    public Outcome<Peer> on(Peers peers, Peer peer, Person by) {
        if (!of(peer).contains(this)) {
            return Outcome.refused(Outcome.Why.CONFLICT, "state", "peer-state", peer.name());
        }
        HubId hub = peer.hub();
        return switch (this) {
            case PAUSE, UNBLOCK -> peers.move(hub, Peer.State.PAUSED, by);
            case RESUME -> peers.move(hub, Peer.State.LINKED, by);
            case BLOCK -> peers.move(hub, Peer.State.BLOCKED, by);
            case LEAVE, RECALL -> peers.leave(hub, true, by);
            case FORGET -> peers.leave(hub, false, by);
        };
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its own sentences are {@code .stays}, {@code .ends}, {@code .what} and {@code .done} below this key. */
    public String key() {
        return "network." + code();
    }
}
