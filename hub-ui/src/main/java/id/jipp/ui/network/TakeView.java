package id.jipp.ui.network;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;

/** Takes another hub's code: paste it, compare four words, choose what to share, ask. */
@Route(value = "jaringan/terima", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class TakeView extends HubPage implements BeforeEnterObserver {
    private static final int CODE_CHARS_MAX = 2_000;

    private final Peers peers;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final Div said = new Div();
    private final Div step = new Div();

    TakeView(Peers peers, CurrentPerson currentPerson, Refusal refusal) {
        this.peers = peers;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        title(getTranslation("network.take"));
        about(getTranslation("network.take.about"));
        above(new Way("jaringan", getTranslation("network.title")));
        said.addClassName("said");
        step.addClassName("one");
        add(said, step);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Coordinating.orElseDenied(currentPerson, event)) {
            said.removeAll();
            paste("");
        }
    }

    private void paste(String before) {
        step.removeAll();
        TextArea code = new TextArea(getTranslation("network.invite.code"));
        code.setMaxLength(CODE_CHARS_MAX);
        code.setValue(before);
        code.setWidthFull();
        code.setHelperText(getTranslation("network.take.help"));
        Button read = new Button(
                getTranslation("network.take.read"),
                click -> read(code.getValue().strip()));
        read.addThemeVariants(ButtonVariant.PRIMARY);
        Card card = Card.padded(code, read);
        card.addClassNames("stack", "code");
        step.add(card);
        code.focus();
    }

    private void read(String code) {
        said.removeAll();
        switch (peers.read(code, currentPerson.require())) {
            case Outcome.Done<Peer> done ->
                peers.find(done.value().hub())
                        .filter(Peer::isSettled)
                        .ifPresentOrElse(this::known, () -> compare(code, done.value()));
            case Outcome.Refused<Peer> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    private void known(Peer peer) {
        said.add(Said.wrong(getTranslation("network.take.known", peer.name())));
        said.add(Way.button("jaringan/" + peer.hub(), getTranslation("network.take.known.open", peer.name())));
    }

    private void compare(String code, Peer peer) {
        step.removeAll();
        PolicyForm policy = new PolicyForm(PeerPolicy.OPEN);
        Button ask = new Button(getTranslation("network.take.ask", peer.name()));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> {
            ask(code, policy.read());
            ask.setEnabled(true);
        });
        Button back = new Button(getTranslation("words.cancel"), click -> paste(code));
        Div row = new Div(ask, back);
        row.addClassName("row");
        Paragraph consequence = new Paragraph(getTranslation("network.take.consequence"));
        consequence.addClassNames("quiet", "small", "measure");
        Card card = Card.padded(
                new H2(getTranslation("network.take.invites", peer.name())),
                new FourWords(peer.words(), getTranslation("network.words.compare")),
                policy,
                consequence,
                row);
        card.addClassName("stack");
        step.add(card);
    }

    private void ask(String code, PeerPolicy policy) {
        said.removeAll();
        switch (peers.take(code, policy, currentPerson.require())) {
            case Outcome.Done<Peer> done ->
                UI.getCurrentOrThrow().navigate("jaringan/" + done.value().hub());
            case Outcome.Refused<Peer> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }
}
