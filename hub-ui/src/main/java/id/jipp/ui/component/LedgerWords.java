package id.jipp.ui.component;

import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sync ledger in sentences. Says {@code sama persis} only where both hubs hold the same and nothing waits; what is
 * not known is said as not known. Thread-safe.
 */
@Component
public final class LedgerWords {
    private final Texts texts;
    private final Moments moments;
    private final HubNames hubs;
    private final Peers peers;

    LedgerWords(Texts texts, Moments moments, HubNames hubs, Peers peers) {
        this.texts = texts;
        this.moments = moments;
        this.hubs = hubs;
        this.peers = peers;
    }

    public String name(PeerStatus status) {
        return hubs.of(status.hub());
    }

    /** How it stands, to follow the hub's name: {@code sama persis pukul 09.10 WITA: 1.107 dari 1.107.} */
    public String brief(PeerStatus status, Locale locale) {
        return say(kind(status) + ".brief", status, locale);
    }

    /** How it stands, as a sentence of its own. */
    public String sentence(PeerStatus status, Locale locale) {
        return say(kind(status), status, locale);
    }

    /** A few words for a line of the map. */
    public String mark(PeerStatus status, Locale locale) {
        return say(kind(status) + ".mark", status, locale);
    }

    /** What passed since the program started, in a sentence. */
    public String traffic(PeerStatus status, Locale locale) {
        String passed = texts.getTranslation("ledger.traffic", locale, status.received(), status.sent());
        if (status.refused() == 0) {
            return passed + " " + texts.getTranslation("ledger.traffic.none-refused", locale);
        }
        return passed + " "
                + texts.getTranslation(
                        "ledger.traffic.refused", locale, status.refused(), reason(status.lastRefusal(), locale));
    }

    /** The class of the dot beside the words. */
    public String dot(PeerStatus status) {
        return switch (kind(status)) {
            case "ledger.identical" -> "well";
            case "ledger.refused", "ledger.frozen", "ledger.blocked" -> "bad";
            case "ledger.paused", "ledger.unknown", "ledger.left", "ledger.gone" -> "off";
            default -> "wait";
        };
    }

    private String kind(PeerStatus status) {
        Optional<Peer.State> link = peers.find(status.hub()).map(Peer::state);
        if (link.isPresent() && link.get() != Peer.State.LINKED) {
            return switch (link.get()) {
                case ASKED -> "ledger.asked";
                case ASKING -> "ledger.asking";
                case PAUSED -> "ledger.paused";
                case BLOCKED, LINKED -> "ledger.blocked";
                case LEFT -> "ledger.left";
                case GONE -> "ledger.gone";
            };
        }
        return switch (status.state()) {
            case REFUSED -> "ledger.refused";
            case FROZEN -> "ledger.frozen";
            case CONNECTED -> connected(status);
            case WAITING, UNREACHABLE -> away(status);
        };
    }

    private static String away(PeerStatus status) {
        if (status.lastContact() == null) {
            return "ledger.never";
        }
        return status.waitingToSend() > 0 ? "ledger.away" : "ledger.away-even";
    }

    private static String connected(PeerStatus status) {
        if (status.waitingToReceive() > 0 || status.waitingToSend() > 0) {
            return "ledger.catching-up";
        }
        if (status.identical() == null) {
            return "ledger.unknown";
        }
        return status.identical() ? "ledger.identical" : "ledger.different";
    }

    /** {0} name, {1} when, {2} records, {3} to send, {4} to receive, {5} why refused. */
    private String say(String key, PeerStatus status, Locale locale) {
        String when = status.lastContact() == null ? "" : moments.recent(status.lastContact(), locale);
        return texts.getTranslation(
                key,
                locale,
                name(status),
                when,
                status.records(),
                status.waitingToSend(),
                status.waitingToReceive(),
                reason(status.lastRefusal(), locale));
    }

    private String reason(@Nullable String lastRefusal, Locale locale) {
        return lastRefusal == null ? texts.getTranslation("ledger.reason.unknown", locale) : lastRefusal;
    }
}
