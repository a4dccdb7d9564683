package id.jipp.ui.network;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What hubs without a line give each other: makes a parcel for a flash disk, and takes one in. */
@Route(value = "jaringan/paket", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class ParcelView extends HubPage implements BeforeEnterObserver {
    /** The query's name for the hub a parcel is for. */
    private static final String FOR = "untuk";

    private final Peers peers;
    private final CurrentPerson currentPerson;
    private final JsonMapper json;
    private final Div said = new Div();
    private final Div two = new Div();

    ParcelView(Peers peers, CurrentPerson currentPerson, JsonMapper json) {
        this.peers = peers;
        this.currentPerson = currentPerson;
        this.json = json;
        title(getTranslation("network.parcel"));
        about(getTranslation("network.parcel.about"));
        above(new Way("jaringan", getTranslation("network.title")));
        said.addClassName("said");
        two.addClassName("halves");
        add(two);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Coordinating.orElseDenied(currentPerson, event)) {
            said.removeAll();
            two.removeAll();
            two.add(
                    making(event.getLocation()
                            .getQueryParameters()
                            .getSingleParameter(FOR)
                            .flatMap(this::known)),
                    taking());
        }
    }

    private Optional<HubId> known(String id) {
        return peers.all().stream()
                .map(Peer::hub)
                .filter(hub -> hub.value().equals(id))
                .findFirst();
    }

    private Card making(Optional<HubId> chosen) {
        List<Peer> possible = peers.all().stream()
                .filter(peer -> peer.isLinked() || peer.state() == Peer.State.ASKED)
                .toList();
        Card card = Card.padded(
                new H2(getTranslation("network.parcel.out")),
                new ParcelOrderForm(possible, chosen),
                quiet(getTranslation("network.parcel.open")));
        card.addClassName("stack");
        return card;
    }

    private Card taking() {
        Card card = Card.padded(
                new H2(getTranslation("network.parcel.in")),
                quiet(getTranslation("network.parcel.in.what")),
                new ParcelIntake(this::answered),
                said);
        card.addClassName("stack");
        return card;
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("quiet", "small", "measure");
        return paragraph;
    }

    private void answered(int status, String body) {
        said.removeAll();
        JsonNode answer = read(body);
        if (status == 200) {
            taken(answer);
        } else {
            String detail = answer.path("detail").asString("");
            said.add(Said.wrong(detail.isEmpty() ? getTranslation("network.parcel.in.broken") : detail));
        }
    }

    private void taken(JsonNode answer) {
        String[] sentences = answer.path("sentences")
                .valueStream()
                .map(sentence -> sentence.asString(""))
                .toArray(String[]::new);
        boolean whole = answer.path("stopped").isNull();
        boolean asks = answer.path("link").asString("").equals("asking");
        said.add(!whole ? Said.wrong(sentences) : asks ? Said.needsYou(sentences) : Said.well(sentences));
        if (asks) {
            known(answer.path("from").asString(""))
                    .ifPresent(hub -> said.add(Way.first("jaringan/" + hub, getTranslation("network.answer"))));
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException noAnswerOfOurs) {
            return json.createObjectNode();
        }
    }
}
