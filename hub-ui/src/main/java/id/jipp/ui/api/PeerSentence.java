package id.jipp.ui.api;

import id.jipp.core.peer.Peer;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.text.Moments;
import java.util.Locale;

/** How it goes with a peer, in a sentence. Never says "the same" while something waits. */
record PeerSentence(ApiWords words, Moments moments) {
    String of(Peer peer, PeerStatus status, Locale locale) {
        return switch (peer.state()) {
            case LINKED -> linked(peer.name(), status, locale);
            case ASKED, ASKING, PAUSED, BLOCKED, LEFT, GONE ->
                words.say("ledger." + peer.state().name().toLowerCase(Locale.ROOT), locale, peer.name());
        };
    }

    private String linked(String name, PeerStatus status, Locale locale) {
        long send = status.waitingToSend();
        long receive = status.waitingToReceive();
        String since = status.lastContact() == null
                ? words.say("api.peer.never", locale)
                : moments.full(status.lastContact(), locale);
        return switch (status.state()) {
            case CONNECTED ->
                send + receive == 0 && Boolean.TRUE.equals(status.identical())
                        ? words.say("api.peer.identical", locale, name, since, status.records())
                        : send + receive == 0
                                ? words.say("api.peer.connected", locale, name)
                                : words.say("api.peer.moving", locale, name, send, receive);
            case WAITING -> words.say("api.peer.waiting", locale, name, send, since);
            case UNREACHABLE -> words.say("api.peer.unreachable", locale, name, send, since);
            case REFUSED -> words.say("api.peer.refused", locale, name);
            case FROZEN -> words.say("api.peer.frozen", locale, name);
        };
    }
}
