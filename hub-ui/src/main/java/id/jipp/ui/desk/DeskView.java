package id.jipp.ui.desk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.person.Role;
import id.jipp.sync.federation.Federation;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.InnovationCard;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.LedgerWords;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The first page: in one sentence what waits for me, then the list of it; what is new; how the network stands. */
@Route(value = "", layout = HubLayout.class)
@StyleSheet("context://desk.css")
@PermitAll
class DeskView extends HubPage {
    private static final int NEW_SHOWN = 5;
    private static final int WORDS_UP_TO = 10;

    private final Tasks tasks;
    private final Innovations innovations;
    private final Federation federation;
    private final InnovationWords words;
    private final LedgerWords ledgerWords;
    private final CurrentPerson currentPerson;
    private final Card waiting = new Card();
    private final Card news = new Card();
    private final Card ledger = Card.padded();

    DeskView(
            Tasks tasks,
            Innovations innovations,
            Federation federation,
            InnovationWords words,
            LedgerWords ledgerWords,
            CurrentPerson currentPerson,
            Moments moments,
            Live live) {
        this.tasks = tasks;
        this.innovations = innovations;
        this.federation = federation;
        this.words = words;
        this.ledgerWords = ledgerWords;
        this.currentPerson = currentPerson;
        about(moments.full(moments.now(), getLocale()));
        Section fresh = new Section(heading("desk.news"), news);
        fresh.addClassName("below");
        Div left = new Div(waiting, fresh);
        Aside right = new Aside(heading("desk.network"), ledger);
        right.getElement().setAttribute("aria-label", getTranslation("desk.network"));
        Div two = new Div(left, right);
        two.addClassNames("two", "desk");
        add(two);
        live.follow(this, tasks::onChange, this::showTasks);
        live.follow(this, change -> innovations.onChange(ids -> change.run()), this::showNews);
        live.follow(this, change -> federation.onChange(hub -> change.run()), this::showLedger);
        showTasks();
        showNews();
        showLedger();
    }

    private void showTasks() {
        List<Task> all = tasks.of(currentPerson.require(), getLocale());
        title(sentence(all.size()));
        waiting.removeAll();
        if (all.isEmpty()) {
            waiting.add(nothingWaits());
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("tasks");
        for (int i = 0; i < all.size(); i++) {
            list.add(line(all.get(i), i == 0));
        }
        waiting.add(list);
    }

    private EmptyState nothingWaits() {
        boolean coordinates = currentPerson.require().is(Role.COORDINATOR);
        return new EmptyState(
                getTranslation("desk.nothing"),
                getTranslation(coordinates ? "desk.nothing.coordinator" : "desk.nothing.staff"),
                Way.button("inovasi/baru", getTranslation("innovation.register")),
                Way.button("inovasi", getTranslation("desk.look-around")));
    }

    private String sentence(int count) {
        if (count == 0) {
            return getTranslation("desk.sentence.none");
        }
        return count <= WORDS_UP_TO
                ? getTranslation("desk.sentence." + count)
                : getTranslation("desk.sentence.many", count);
    }

    private ListItem line(Task task, boolean first) {
        Span due = new Span(task.due());
        due.addClassName("due");
        due.setClassName("now", task.now());
        Span title = new Span(task.title());
        title.addClassName("num");
        Div said = new Div(new Paragraph(title));
        if (!task.what().isBlank()) {
            Paragraph what = new Paragraph(task.what());
            what.addClassNames("quiet", "small");
            said.add(what);
        }
        Way way = first ? Way.first(task.path(), task.verb()) : Way.button(task.path(), task.verb());
        way.setAriaLabel(task.verb() + ": " + task.title());
        ListItem line = new ListItem(due, said, way);
        line.addClassName("task");
        return line;
    }

    private void showNews() {
        List<Innovation> newest = innovations
                .list(new InnovationQuery("", null, null, null, null, null, InnovationQuery.Sort.NEWEST, 0, NEW_SHOWN))
                .items();
        news.removeAll();
        newest.forEach(innovation -> news.add(new InnovationCard(innovation, words)));
        if (newest.isEmpty()) {
            news.add(new EmptyState(getTranslation("innovation.empty"), getTranslation("innovation.empty.first")));
        }
    }

    private void showLedger() {
        ledger.removeAll();
        if (federation.isFrozenItself()) {
            ledger.add(Said.wrong(getTranslation("ledger.frozen-self")));
        }
        federation.statuses().forEach(status -> {
            Paragraph line = new Paragraph();
            line.addClassName("say");
            if (!ledgerWords.dot(status).equals("well")) {
                Span dot = new Span();
                dot.addClassNames("dot", ledgerWords.dot(status));
                line.add(dot);
            }
            Way hub = new Way("jaringan/" + status.hub(), ledgerWords.name(status));
            hub.addClassName("num");
            line.add(hub, new Span(" " + ledgerWords.brief(status, getLocale())));
            ledger.add(line);
        });
        if (federation.statuses().isEmpty()) {
            ledger.add(new Paragraph(getTranslation("desk.alone")));
            if (currentPerson.require().is(Role.COORDINATOR)) {
                Paragraph invite = new Paragraph(Way.button("jaringan/undang", getTranslation("desk.invite")));
                invite.addClassName("say");
                ledger.add(invite);
            }
        }
    }

    private H2 heading(String key) {
        return new H2(getTranslation(key));
    }
}
