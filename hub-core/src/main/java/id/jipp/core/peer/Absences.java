package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import id.jipp.core.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When each peer was last heard, and what was made up for after each time it was not; also over restarts of this hub,
 * whose own absence it is then. The last {@value #KEPT} of each peer are kept. Thread-safe.
 */
public final class Absences {
    /** Shorter ones are how lines are here. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    static final int KEPT = 20;

    /** Authors and kinds told apart in one absence; the busiest. */
    static final int PARTS_MAX = 100;

    /** How stale the kept moment of the last contact may be after a crash. */
    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    private final Documents<ContactDocument> documents;
    private final Map<HubId, Contact> contacts = new LinkedHashMap<>();

    public Absences(Documents.Store store) {
        this.documents = store.kept("contacts", ContactDocument.class);
        documents.forEach(document -> contacts.put(new HubId(document.id()), new Contact(document)));
    }

    /** Of one peer. {@code before} is what earlier lines had brought in the absence that is not over. */
    private static final class Contact {
        Instant last;
        Instant kept;
        List<Absence> absences;
        List<Passed> before = List.of();

        Contact(Instant first) {
            last = first;
            kept = Instant.EPOCH;
            absences = List.of();
        }

        Contact(ContactDocument document) {
            last = Instant.ofEpochMilli(document.lastContact());
            kept = last;
            absences = document.absences().stream()
                    .map(ContactDocument.Away::absence)
                    .toList();
            before = isOpen() ? absences.getFirst().passed() : List.of();
        }

        boolean isOpen() {
            return !absences.isEmpty() && !absences.getFirst().over();
        }

        void replaceFirst(Absence now) {
            List<Absence> all = new ArrayList<>(absences);
            all.set(0, now);
            absences = List.copyOf(all);
        }
    }

    /** A new line with that peer stands. If it was long away, that is an absence, until {@link #same}. */
    public synchronized void back(HubId peer, Instant now) {
        Contact contact = contacts.get(peer);
        if (contact == null) {
            contact = new Contact(now);
            contacts.put(peer, contact);
        } else if (contact.isOpen()) {
            Absence open = contact.absences.getFirst();
            contact.replaceFirst(new Absence(open.from(), now, false, open.passed()));
        } else if (Duration.between(contact.last, now).compareTo(SHORTEST) >= 0) {
            List<Absence> all = new ArrayList<>();
            all.add(new Absence(contact.last, now, false, List.of()));
            all.addAll(contact.absences);
            contact.absences = List.copyOf(all.subList(0, Math.min(KEPT, all.size())));
            contact.before = List.of();
        }
        contact.last = now;
        keep(peer, contact);
    }

    /** Something was heard of that peer. */
    public synchronized void heard(HubId peer, Instant at) {
        Contact contact = contacts.get(peer);
        if (contact != null && at.isAfter(contact.last)) {
            contact.last = at;
            if (Duration.between(contact.kept, at).compareTo(KEPT_EVERY) >= 0) {
                keep(peer, contact);
            }
        }
    }

    /** Whether that peer is back and not all that was held back has passed. */
    public synchronized boolean isCatchingUp(HubId peer) {
        Contact contact = contacts.get(peer);
        return contact != null && contact.isOpen();
    }

    /** Both hold the same now. @param passed over this line since it stands */
    public synchronized void same(HubId peer, List<Passed> passed) {
        count(peer, passed, true);
    }

    /** The line is gone. @param passed over it while it stood */
    public synchronized void cut(HubId peer, List<Passed> passed, Instant lastHeard) {
        count(peer, passed, false);
        Contact contact = contacts.get(peer);
        if (contact != null) {
            contact.last = lastHeard.isAfter(contact.last) ? lastHeard : contact.last;
            keep(peer, contact);
        }
    }

    private void count(HubId peer, List<Passed> passed, boolean over) {
        Contact contact = contacts.get(peer);
        if (contact == null || !contact.isOpen()) {
            return;
        }
        Absence open = contact.absences.getFirst();
        List<Passed> all = sum(contact.before, passed);
        contact.replaceFirst(new Absence(open.from(), open.until(), over, all));
        contact.before = all;
        keep(peer, contact);
    }

    /** When we last heard of that peer, to a minute after a crash; empty if never. */
    public synchronized Optional<Instant> lastContact(HubId peer) {
        return Optional.ofNullable(contacts.get(peer)).map(contact -> contact.last);
    }

    /** The newest first. */
    public synchronized List<Absence> of(HubId peer) {
        Contact contact = contacts.get(peer);
        return contact == null ? List.of() : contact.absences;
    }

    private void keep(HubId peer, Contact contact) {
        documents.save(new ContactDocument(
                peer.value(),
                contact.last.toEpochMilli(),
                contact.absences.stream().map(ContactDocument.Away::of).toList()));
        documents.flush();
        contact.kept = contact.last;
    }

    private static List<Passed> sum(List<Passed> before, List<Passed> more) {
        Map<List<Object>, Passed> sums = new LinkedHashMap<>();
        before.forEach(part -> sums.put(List.of(part.author(), part.kind()), part));
        more.forEach(part -> sums.merge(List.of(part.author(), part.kind()), part, Passed::plus));
        return sums.values().stream()
                .filter(part -> part.came() + part.went() > 0)
                .sorted(Comparator.comparingLong((Passed part) -> part.came() + part.went())
                        .reversed())
                .limit(PARTS_MAX)
                .toList();
    }
}
