package id.jipp.ui.desk;

import id.jipp.core.innovation.Change;
import id.jipp.core.innovation.Changes;
import id.jipp.core.innovation.ImportReceipt;
import id.jipp.core.innovation.Imports;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What waits for a person, the most pressing first. Thread-safe. */
@Component
class Tasks {
    private static final Duration UNDO = Duration.ofHours(24);
    private static final int NAMED = 3;

    private final Innovations innovations;
    private final Changes changes;
    private final InnovationWords words;
    private final Imports imports;
    private final Peers peers;
    private final Rooms rooms;
    private final HubNames names;
    private final HubSettings settings;
    private final Moments moments;
    private final Texts texts;

    Tasks(
            Innovations innovations,
            Changes changes,
            InnovationWords words,
            Imports imports,
            Peers peers,
            Rooms rooms,
            HubNames names,
            HubSettings settings,
            Moments moments,
            Texts texts) {
        this.innovations = innovations;
        this.changes = changes;
        this.words = words;
        this.imports = imports;
        this.peers = peers;
        this.rooms = rooms;
        this.names = names;
        this.settings = settings;
        this.moments = moments;
        this.texts = texts;
    }

    List<Task> of(Person person, Locale locale) {
        List<Task> tasks = new ArrayList<>();
        boolean coordinates = person.is(Role.COORDINATOR);
        if (coordinates) {
            addAsking(tasks, locale);
        }
        addRooms(tasks, person, locale);
        if (coordinates) {
            addUndo(tasks, person, locale);
            addUnconfirmed(tasks, locale);
        }
        addChanges(tasks, person, locale);
        addDrafts(tasks, person, locale);
        return tasks;
    }

    /** Calls when a list may have changed. */
    Runnable onChange(Runnable news) {
        List<Runnable> ends = List.of(
                innovations.onChange(ids -> news.run()),
                innovations.onDraft(news),
                peers.onChange(hub -> news.run()),
                rooms.onChange(change -> news.run()),
                rooms.onRead(reader -> news.run()));
        return () -> ends.forEach(Runnable::run);
    }

    private void addAsking(List<Task> tasks, Locale locale) {
        for (Peer peer : peers.all()) {
            if (peer.state() == Peer.State.ASKING) {
                tasks.add(new Task(
                        say("desk.today", locale),
                        true,
                        say("desk.asking", locale, peer.name()),
                        say("desk.asking.what", locale, peer.words()),
                        "jaringan/" + peer.hub(),
                        say("desk.asking.do", locale)));
            }
        }
    }

    private void addRooms(List<Task> tasks, Person person, Locale locale) {
        for (Room room : rooms.all(person)) {
            int unread = rooms.unread(room.id(), person);
            boolean invited = rooms.isInvitation(room.id(), person);
            if (invited || unread > 0) {
                tasks.add(new Task(
                        say("desk.new", locale),
                        false,
                        invited
                                ? say("desk.invited", locale, names.of(room.id().hub()))
                                : say("desk.unread", locale, unread),
                        room.title(),
                        "ruang/" + room.id(),
                        say("desk.unread.do", locale)));
            }
        }
    }

    private void addUndo(List<Task> tasks, Person person, Locale locale) {
        for (ImportReceipt receipt : imports.undoable(person)) {
            tasks.add(new Task(
                    say("desk.until", locale, moments.recent(receipt.at().plus(UNDO), locale)),
                    false,
                    say("desk.undo", locale, receipt.added()),
                    receipt.fileName(),
                    "inovasi/impor",
                    say("desk.undo.do", locale)));
        }
    }

    private void addUnconfirmed(List<Task> tasks, Locale locale) {
        InnovationPage stale = innovations.list(new InnovationQuery(
                "", null, null, null, settings.hub(), Status.UNCONFIRMED, InnovationQuery.Sort.RELEVANCE, 0, NAMED));
        if (stale.total() == 0) {
            return;
        }
        Innovation first = stale.items().getFirst();
        tasks.add(new Task(
                say("desk.over-a-year", locale),
                false,
                say("desk.unconfirmed", locale, stale.total()),
                titles(stale.items(), locale),
                stale.total() == 1 ? "inovasi/" + first.id() : "inovasi?keadaan=unconfirmed&hub=" + settings.hub(),
                say("desk.unconfirmed.do", locale)));
    }

    private void addChanges(List<Task> tasks, Person person, Locale locale) {
        for (Change change : changes.all(person).stream().limit(NAMED).toList()) {
            tasks.add(new Task(
                    moments.recent(change.keptAt(), locale),
                    false,
                    say("desk.change", locale, words.title(change.fields(), locale)),
                    change.fields().agency(),
                    "inovasi/" + change.id() + "/ubah",
                    say("desk.change.do", locale)));
        }
    }

    private void addDrafts(List<Task> tasks, Person person, Locale locale) {
        List<Innovation> drafts = innovations.drafts(person);
        for (Innovation draft : drafts.stream().limit(NAMED).toList()) {
            String title = words.title(draft.fields(), locale);
            tasks.add(new Task(
                    draft.changedAt() == null ? "" : moments.recent(draft.changedAt(), locale),
                    false,
                    say(innovations.isOwnDraft(draft.id(), person) ? "desk.draft.own" : "desk.draft", locale, title),
                    draft.fields().agency(),
                    "inovasi/" + draft.id() + "/ubah",
                    say("desk.draft.do", locale)));
        }
        if (drafts.size() > NAMED) {
            List<Innovation> rest = drafts.subList(NAMED, drafts.size());
            tasks.add(new Task(
                    "",
                    false,
                    say("desk.drafts.more", locale, rest.size()),
                    titles(rest.stream().limit(NAMED).toList(), locale),
                    "inovasi/" + rest.getFirst().id() + "/ubah",
                    say("desk.draft.do", locale)));
        }
    }

    private String titles(List<Innovation> innovations, Locale locale) {
        return innovations.stream()
                .map(innovation -> words.title(innovation.fields(), locale))
                .collect(Collectors.joining(", "));
    }

    private String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }
}
