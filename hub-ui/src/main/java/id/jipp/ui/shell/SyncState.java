package id.jipp.ui.shell;

import com.vaadin.flow.component.html.Span;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.sync.federation.Federation;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.live.Live;
import java.util.List;

/**
 * How this hub stands with the others, in words: {@code Terhubung dengan 1 dari 2 hub, 3 menunggu}. While this
 * page's own line to its hub is down that is not known; then {@code cut.js} shows the other sentence instead.
 */
final class SyncState extends Span {
    private final Federation federation;
    private final Peers peers;
    private final Span dot = new Span();
    private final Span words = new Span();

    SyncState(Federation federation, Peers peers, Live live) {
        this.federation = federation;
        this.peers = peers;
        addClassName("sync-state");
        getElement().setAttribute("role", "status");
        add(sentence("known", dot, words));
        Span cutDot = new Span();
        cutDot.addClassName("wait");
        add(sentence("cut", cutDot, new Span(getTranslation("shell.line.trying"))));
        live.follow(this, news -> federation.onChange(hub -> news.run()), this::show);
        live.follow(this, news -> peers.onChange(hub -> news.run()), this::show);
        show();
    }

    private static Span sentence(String when, Span dot, Span words) {
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        Span sentence = new Span(dot, words);
        sentence.addClassName(when);
        return sentence;
    }

    private void show() {
        List<PeerStatus> linked = federation.statuses().stream()
                .filter(status -> peers.find(status.hub())
                        .filter(peer -> peer.state() == Peer.State.LINKED)
                        .isPresent())
                .toList();
        long connected = linked.stream()
                .filter(status -> status.state() == PeerStatus.State.CONNECTED)
                .count();
        long waiting =
                linked.stream().mapToLong(PeerStatus::waitingToSend).max().orElse(0);
        String how = how(linked.size(), connected, waiting);
        words.setText(getTranslation("shell.sync." + how, connected, linked.size(), waiting));
        dot.removeClassNames("wait", "off");
        if (!how.equals("connected")) {
            dot.addClassName(how.equals("none") ? "off" : "wait");
        }
    }

    /** The sentence; only {@code connected} is all well. */
    static String how(int linked, long connected, long waiting) {
        if (linked == 0) {
            return "none";
        }
        String how = connected == 0 ? "offline" : connected < linked ? "partly" : "connected";
        return waiting > 0 ? how + "-waiting" : how;
    }
}
