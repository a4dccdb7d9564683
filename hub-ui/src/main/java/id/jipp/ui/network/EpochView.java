package id.jipp.ui.network;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.trust.NewEpochs;
import id.jipp.ui.component.AskedFirst;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The way out where this hub's own streams stand still. */
@Route(value = "jaringan/babak", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class EpochView extends HubPage implements BeforeEnterObserver {
    private final NewEpochs epochs;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final Div said = new Div();
    private final Div body = new Div();

    EpochView(NewEpochs epochs, CurrentPerson currentPerson, Refusal refusal) {
        this.epochs = epochs;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        above(new Way("jaringan", getTranslation("network.title")));
        title(getTranslation("trust.epoch.title"));
        about(getTranslation("trust.epoch.about"));
        said.addClassName("said");
        body.addClassName("stack");
        add(said, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Coordinating.orElseDenied(currentPerson, event)) {
            show();
        }
    }

    private void show() {
        List<StreamName> still = epochs.standingStill();
        body.removeAll();
        if (still.isEmpty()) {
            body.add(new Card(
                    new EmptyState(getTranslation("trust.epoch.fine"), getTranslation("trust.epoch.fine.what"))));
            return;
        }
        String names = still.stream().map(StreamName::value).collect(Collectors.joining(", "));
        Button really = new Button(getTranslation("trust.epoch.really"), click -> begin());
        really.addThemeVariants(ButtonVariant.PRIMARY);
        really.setDisableOnClick(true);
        Button ask = new Button(getTranslation("trust.epoch"));
        Paragraph first = new Paragraph(getTranslation("trust.epoch.first"));
        first.addClassName("measure");
        Card card = Card.padded(
                new Standing(getTranslation("trust.epoch.still", names), "bad"),
                first,
                ask,
                new AskedFirst(ask, getTranslation("trust.epoch.consequence"), really));
        card.addClassName("stack");
        body.add(card);
    }

    private void begin() {
        said.removeAll();
        switch (epochs.begin(currentPerson.require())) {
            case Outcome.Done<Integer> done -> said.add(Said.well(getTranslation("trust.epoch.done", done.value())));
            case Outcome.Refused<Integer> refused -> said.add(refusal.said(refused, getLocale()));
        }
        show();
    }
}
