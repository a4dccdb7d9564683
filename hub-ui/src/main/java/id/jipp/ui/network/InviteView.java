package id.jipp.ui.network;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peers;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;

/** Makes a code for another hub, and says what happens next. */
@Route(value = "jaringan/undang", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class InviteView extends HubPage implements BeforeEnterObserver {
    private final Peers peers;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final Div body = new Div();

    InviteView(Peers peers, CurrentPerson currentPerson, Refusal refusal) {
        this.peers = peers;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        title(getTranslation("network.invite"));
        about(getTranslation("network.invite.about"));
        above(new Way("jaringan", getTranslation("network.title")));
        body.addClassName("stack");
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("network.invite.step1")),
                new ListItem(getTranslation("network.invite.step2")),
                new ListItem(getTranslation("network.invite.step3")));
        steps.addClassName("steps");
        Aside next = new Aside(new H2(getTranslation("network.invite.next")), Card.padded(steps));
        Div two = new Div(body, next);
        two.addClassName("two");
        add(two);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Coordinating.orElseDenied(currentPerson, event)) {
            body.removeAll();
            Button make = new Button(getTranslation("network.invite.make"), click -> make());
            make.addThemeVariants(ButtonVariant.PRIMARY);
            make.setDisableOnClick(true);
            body.add(Card.padded(make));
        }
    }

    private void make() {
        body.removeAll();
        switch (peers.invite(currentPerson.require())) {
            case Outcome.Done<String> done -> body.add(code(done.value()));
            case Outcome.Refused<String> refused -> body.add(refusal.said(refused, getLocale()));
        }
    }

    private Card code(String code) {
        TextArea text = new TextArea(getTranslation("network.invite.code"));
        text.setValue(code);
        text.setReadOnly(true);
        text.setWidthFull();
        text.setHelperText(getTranslation("network.invite.code.help"));
        Button copy = new Button(getTranslation("network.invite.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Div copied = new Div();
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", code);
            copied.removeAll();
            copied.add(Said.well(getTranslation("network.invite.copied")));
        });
        Card card = Card.padded(text, copy, copied);
        card.addClassNames("stack", "code");
        return card;
    }
}
