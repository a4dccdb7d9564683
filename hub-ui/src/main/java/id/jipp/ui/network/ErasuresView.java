package id.jipp.ui.network;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamName;
import id.jipp.core.trust.Erasure;
import id.jipp.core.trust.Erasures;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import jakarta.annotation.security.PermitAll;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What was erased for good, and which hubs have not done it yet. */
@Route(value = "jaringan/penghapusan", layout = HubLayout.class)
@StyleSheet("context://network.css")
@PermitAll
class ErasuresView extends HubPage implements BeforeEnterObserver {
    private static final int SHOWN_MAX = 100;

    private final Erasures erasures;
    private final CurrentPerson currentPerson;
    private final HubNames names;
    private final Moments moments;
    private final Div list = new Div();

    ErasuresView(Erasures erasures, CurrentPerson currentPerson, HubNames names, Moments moments, Live live) {
        this.erasures = erasures;
        this.currentPerson = currentPerson;
        this.names = names;
        this.moments = moments;
        above(new Way("jaringan", getTranslation("network.title")));
        title(getTranslation("trust.erasures"));
        about(getTranslation("trust.erasures.about"));
        list.addClassName("stack");
        add(list);
        live.follow(this, erasures::onChange, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Coordinating.orElseDenied(currentPerson, event)) {
            show();
        }
    }

    private void show() {
        List<Erasure> all = erasures.newestFirst(currentPerson.require());
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new Card(new EmptyState(
                    getTranslation("trust.erasures.empty"), getTranslation("trust.erasures.empty.what"))));
        }
        all.stream().limit(SHOWN_MAX).map(this::card).forEach(list::add);
    }

    private Card card(Erasure erasure) {
        H2 what = new H2(getTranslation("trust.erasures.item", kind(erasure.stream()), erasure.payloads()));
        Div row = new Div(new HubBadge(names.of(erasure.hub())));
        row.add(new Paragraph(moments.full(erasure.at(), getLocale())));
        row.addClassName("row");
        String code =
                ErasureReason.ofCode(erasure.reason()).map(ErasureReason::code).orElse("other");
        Card card = Card.padded(what, row, new Paragraph(getTranslation("trust.erase.why." + code)));
        card.addClassName("stack");
        if (erasure.notYet().isEmpty()) {
            card.add(new Standing(getTranslation("trust.erasures.everywhere"), "well"));
        } else {
            card.add(
                    new Standing(getTranslation("trust.erasures.done", named(erasure.done())), "well"),
                    new Standing(getTranslation("trust.erasures.not-yet", named(erasure.notYet())), "wait"));
        }
        return card;
    }

    private String kind(StreamName stream) {
        return getTranslation(
                stream.isPublic()
                        ? "trust.erasures.public"
                        : stream.isRoom() ? "trust.erasures.room" : "trust.erasures.direct");
    }

    private String named(Collection<HubId> hubs) {
        return hubs.stream().map(names::of).collect(Collectors.joining(", "));
    }
}
