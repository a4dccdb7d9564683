package id.jipp.ui.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.sync.federation.Federation;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.LinkMove;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One link: how it goes, what passes, and how to pause or end it. */
@Route(value = "jaringan/:hub", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class PeerView extends HubPage implements BeforeEnterObserver {
    private final Peers peers;
    private final Federation federation;
    private final Ledger ledger;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final Div said = new Div();
    private final Card state = Card.padded();
    private final Div missed = new Div();
    private final Div left = new Div();
    private final Aside right = new Aside();
    private @Nullable HubId hub;
    private @Nullable Peer shown;

    PeerView(
            Peers peers,
            Federation federation,
            Ledger ledger,
            CurrentPerson currentPerson,
            Refusal refusal,
            Live live) {
        this.peers = peers;
        this.federation = federation;
        this.ledger = ledger;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        above(new Way("jaringan", getTranslation("network.title")));
        said.addClassName("said");
        left.addClassName("stack");
        missed.addClassName("missed");
        Div two = new Div(left, right);
        two.addClassName("two");
        add(said, two);
        live.follow(this, news -> federation.onChange(changed -> hear(changed, news)), this::showState);
        live.follow(this, news -> peers.onChange(changed -> hear(changed, news)), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            hub = new HubId(event.getRouteParameters().get("hub").orElse(""));
        } catch (IllegalArgumentException notAHub) {
            throw new NotFoundException();
        }
        said.removeAll();
        show(peers.find(hub).orElseThrow(NotFoundException::new));
    }

    private void hear(HubId changed, Runnable news) {
        if (changed.equals(hub)) {
            news.run();
        }
    }

    private void refresh() {
        peers.find(Objects.requireNonNull(hub))
                .filter(peer -> shown == null || !shows(peer, shown))
                .ifPresent(this::show);
        showState();
    }

    /** What somebody types in the form meanwhile is lost only where the link itself changed. */
    private static boolean shows(Peer now, Peer before) {
        return now.state() == before.state()
                && now.forgotten() == before.forgotten()
                && now.policy().equals(before.policy());
    }

    private void show(Peer peer) {
        shown = peer;
        title(peer.name());
        left.removeAll();
        left.add(state, missed);
        Person person = currentPerson.require();
        if (person.coordinates()) {
            if (peer.state() == Peer.State.ASKING) {
                left.add(asking(peer));
            } else if (peer.state() != Peer.State.BLOCKED && !peer.isOver()) {
                left.add(policy(peer));
            }
            left.add(LinkMoves.of(peer, move -> move(peer, move)));
        }
        right.removeAll();
        right.add(
                new H2(getTranslation("network.words")),
                Card.padded(new FourWords(peer.words(), getTranslation("network.words.why"))));
        if (peer.address() != null) {
            Paragraph address = new Paragraph(
                    getTranslation("network.address", peer.address().getAuthority()));
            address.addClassNames("quiet", "small");
            right.add(address);
        }
        showState();
    }

    private void showState() {
        state.removeAll();
        missed.removeAll();
        federation.status(Objects.requireNonNull(hub)).ifPresent(status -> {
            boolean linked = shown != null && shown.isLinked();
            state.add(ledger.standing(status, linked, getLocale()));
            missed.add(ledger.absences(status, getLocale()));
        });
        state.setVisible(state.getChildren().findAny().isPresent());
        missed.setVisible(missed.getChildren().findAny().isPresent());
    }

    private Component asking(Peer peer) {
        PolicyForm form = new PolicyForm(PeerPolicy.OPEN);
        Button accept = button(
                "network.accept",
                true,
                () -> answer(
                        peers.accept(peer.hub(), form.read(), currentPerson.require()),
                        getTranslation("network.accepted", peer.name())));
        Card card = Card.padded(
                new H2(getTranslation("network.asks", peer.name())),
                new Paragraph(getTranslation("network.asks.what")),
                new FourWords(peer.words(), getTranslation("network.words.compare")),
                form,
                accept);
        card.addClassName("stack");
        return card;
    }

    private Component policy(Peer peer) {
        PolicyForm form = new PolicyForm(peer.policy());
        Button save = button(
                "network.policy.save",
                true,
                () -> answer(
                        peers.policy(peer.hub(), peer.policy(), form.read(), currentPerson.require()),
                        getTranslation("network.policy.saved")));
        Paragraph consequence = new Paragraph(getTranslation("network.policy.consequence"));
        consequence.addClassNames("quiet", "small", "measure");
        Card card = Card.padded(new H2(getTranslation("network.policy")), form, consequence, save);
        card.addClassName("stack");
        return card;
    }

    private void move(Peer peer, LinkMove move) {
        answer(move.on(peers, peer, currentPerson.require()), getTranslation(move.key() + ".done", peer.name()));
    }

    private Button button(String key, boolean main, Runnable action) {
        Button button = new Button(getTranslation(key));
        if (main) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            action.run();
            button.setEnabled(true);
        });
        return button;
    }

    private void answer(Outcome<Peer> outcome, String done) {
        said.removeAll();
        switch (outcome) {
            case Outcome.Done<Peer> now -> {
                show(now.value());
                said.add(Said.well(done));
            }
            case Outcome.Refused<Peer> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }
}
