package id.jipp.ui.network;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.trust.NewEpochs;
import id.jipp.sync.federation.Federation;
import id.jipp.sync.federation.PeerStatus;
import id.jipp.ui.component.AbsenceWords;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.LedgerWords;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The hubs we are linked with: a small map, and the ledger in sentences. */
@Route(value = "jaringan", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class NetworkView extends HubPage {
    private final Federation federation;
    private final Peers peers;
    private final NewEpochs epochs;
    private final LedgerWords words;
    private final AbsenceWords absences;
    private final Moments moments;
    private final boolean coordinates;
    private final Div body = new Div();

    NetworkView(
            Federation federation,
            Peers peers,
            NewEpochs epochs,
            LedgerWords words,
            AbsenceWords absences,
            Moments moments,
            CurrentPerson currentPerson,
            Live live) {
        this.absences = absences;
        this.moments = moments;
        this.federation = federation;
        this.peers = peers;
        this.epochs = epochs;
        this.words = words;
        Person person = currentPerson.require();
        this.coordinates = person.coordinates();
        title(getTranslation("network.title"));
        if (coordinates) {
            actions(
                    Way.button("jaringan/penghapusan", getTranslation("trust.erasures")),
                    Way.button("jaringan/paket", getTranslation("network.parcel")),
                    Way.button("jaringan/terima", getTranslation("network.take")),
                    Way.first("jaringan/undang", getTranslation("network.invite")));
        }
        body.addClassName("stack");
        add(body);
        live.follow(this, news -> federation.onChange(hub -> news.run()), this::show);
        live.follow(this, news -> peers.onChange(hub -> news.run()), this::show);
        show();
    }

    private void show() {
        List<PeerStatus> statuses = federation.statuses();
        body.removeAll();
        about(summary(statuses));
        if (coordinates && !epochs.standingStill().isEmpty()) {
            Said still = Said.wrong(getTranslation("trust.epoch.stands"));
            still.add(Way.first("jaringan/babak", getTranslation("trust.epoch")));
            body.add(still);
        } else if (federation.isFrozenItself()) {
            body.add(Said.wrong(getTranslation("ledger.frozen-self")));
        }
        if (statuses.isEmpty()) {
            body.add(new Card(
                    coordinates
                            ? new EmptyState(
                                    getTranslation("network.empty"),
                                    getTranslation("network.empty.first"),
                                    Way.button("jaringan/terima", getTranslation("network.take")),
                                    Way.first("jaringan/undang", getTranslation("network.invite")))
                            : new EmptyState(
                                    getTranslation("network.empty"), getTranslation("network.empty.coordinator"))));
            return;
        }
        body.add(map(statuses), ledger(statuses));
    }

    private String summary(List<PeerStatus> statuses) {
        long same = statuses.stream()
                .filter(status -> words.dot(status).equals("well"))
                .count();
        long away = statuses.stream()
                .filter(status ->
                        status.state() == PeerStatus.State.WAITING || status.state() == PeerStatus.State.UNREACHABLE)
                .count();
        if (statuses.isEmpty()) {
            return getTranslation("network.summary.none");
        }
        String first = getTranslation(same == 0 ? "network.summary.same.none" : "network.summary.same", same);
        return away == 0 ? first : first + " " + getTranslation("network.summary.away", away);
    }

    private Card map(List<PeerStatus> statuses) {
        List<NetworkMap.Neighbour> neighbours = statuses.stream()
                .map(status -> new NetworkMap.Neighbour(
                        words.name(status), words.mark(status, getLocale()), words.dot(status)))
                .toList();
        String self = peers.self().name();
        String label = getTranslation("network.map");
        Card card = Card.padded(NetworkMap.wide(self, neighbours, label), NetworkMap.narrow(self, neighbours, label));
        card.getElement().setAttribute("aria-label", getTranslation("network.map.title"));
        return card;
    }

    private Card ledger(List<PeerStatus> statuses) {
        UnorderedList list = new UnorderedList();
        list.addClassName("ledger");
        statuses.forEach(status -> list.add(line(status)));
        Card card = new Card(list);
        card.getElement().setAttribute("aria-label", getTranslation("network.ledger"));
        return card;
    }

    private ListItem line(PeerStatus status) {
        Way name = new Way("jaringan/" + status.hub(), words.name(status));
        name.addClassName("peer");
        String dot = words.dot(status);
        Div said = new Div();
        if (dot.equals("well")) {
            said.add(new Paragraph(words.sentence(status, getLocale())));
        } else {
            Standing standing = new Standing(words.sentence(status, getLocale()), dot);
            standing.addClassName("loud");
            said.add(standing);
        }
        if (peers.find(status.hub()).filter(Peer::isLinked).isPresent()) {
            Paragraph traffic = new Paragraph(words.traffic(status, getLocale()));
            traffic.addClassNames("quiet", "small");
            Paragraph newest = new Paragraph(words.newest(status, getLocale()));
            newest.addClassNames("quiet", "small");
            said.add(traffic, newest);
        }
        status.absences().stream()
                .findFirst()
                .filter(absence -> !absence.over() || moments.isToday(absence.until()))
                .ifPresent(absence -> {
                    Paragraph away = new Paragraph(absences.sentence(absence, getLocale()));
                    away.addClassName("small");
                    said.add(away);
                });
        ListItem line = new ListItem(name, said);
        if (coordinates) {
            boolean asks = peers.find(status.hub())
                    .filter(peer -> peer.state() == Peer.State.ASKING)
                    .isPresent();
            String path = "jaringan/" + status.hub();
            Way way = asks
                    ? Way.first(path, getTranslation("network.answer"))
                    : Way.button(path, getTranslation("network.settle"));
            way.setAriaLabel(way.getText() + ": " + words.name(status));
            line.add(way);
        }
        return line;
    }
}
