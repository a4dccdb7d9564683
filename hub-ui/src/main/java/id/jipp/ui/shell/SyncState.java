package id.jipp.ui.shell;

import com.vaadin.flow.component.html.Span;
import id.jipp.core.peer.Peers;
import id.jipp.sync.federation.Federation;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.live.Live;
import java.util.List;

/** How this hub stands with the others, in words: {@code Terhubung dengan 2 hub}, {@code Luring: 3 menunggu}. */
final class SyncState extends Span {
    private final Federation federation;
    private final Span dot = new Span();
    private final Span words = new Span();

    SyncState(Federation federation, Peers peers, Live live) {
        this.federation = federation;
        addClassName("sync-state");
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("role", "status");
        add(dot, words);
        live.follow(this, news -> federation.onChange(hub -> news.run()), this::show);
        live.follow(this, news -> peers.onChange(hub -> news.run()), this::show);
        show();
    }

    private void show() {
        List<PeerStatus> all = federation.statuses();
        long connected = all.stream()
                .filter(peer -> peer.state() == PeerStatus.State.CONNECTED)
                .count();
        long waiting = all.stream().mapToLong(PeerStatus::waitingToSend).max().orElse(0);
        words.setText(say(all.size(), connected, waiting));
        dot.removeClassNames("wait", "off");
        if (connected == 0) {
            dot.addClassName(waiting > 0 ? "wait" : "off");
        } else if (waiting > 0) {
            dot.addClassName("wait");
        }
    }

    private String say(int known, long connected, long waiting) {
        if (known == 0) {
            return getTranslation("shell.sync.none");
        }
        if (connected == 0) {
            return waiting > 0
                    ? getTranslation("shell.sync.offline-waiting", waiting)
                    : getTranslation("shell.sync.offline");
        }
        return waiting > 0
                ? getTranslation("shell.sync.connected-waiting", connected, waiting)
                : getTranslation("shell.sync.connected", connected);
    }
}
