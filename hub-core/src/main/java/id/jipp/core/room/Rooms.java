package id.jipp.core.room;

import id.jipp.core.log.Erased;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projections;
import id.jipp.core.store.Documents;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rooms this hub takes part in, and what is said in them: in the same order at every hub. What answers done is
 * durable. Everybody of this hub may enter and read; {@link Role#STAFF}, coordinators and admins may talk; coordinators
 * open and invite. Thread-safe.
 */
public final class Rooms {
    private static final String ID_CHARS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 16;
    private static final Set<Role> TALKING = Set.of(Role.STAFF, Role.COORDINATOR, Role.ADMIN);

    private final HubId self;
    private final HubLog log;
    private final PeerHeads peerHeads;
    private final Clock clock;
    private final RoomProjection projection;
    private final Glimpsed glimpsed;
    private final Documents<ReadMark> marks;
    private final SayLimiter limiter;
    private final Listeners<RoomChange> changes;
    private final Listeners<PersonId> reads = new Listeners<>();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, CompletableFuture<Outcome<Message>>> beingSaid = new ConcurrentHashMap<>();

    private Rooms(
            HubId self,
            HubLog log,
            Documents.Store store,
            PeerHeads peerHeads,
            Clock clock,
            LongSupplier nanoTime,
            Listeners<RoomChange> changes) {
        this.self = self;
        this.log = log;
        this.peerHeads = peerHeads;
        this.clock = clock;
        this.changes = changes;
        projection = new RoomProjection(self, log, store, changes);
        glimpsed = new Glimpsed(log, projection, changes);
        marks = store.kept("room_marks", ReadMark.class);
        limiter = new SayLimiter(nanoTime);
    }

    /**
     * The rooms of that hub, kept up by these projections from now on.
     *
     * @param nanoTime a clock that only moves forward, in nanoseconds; for the rate of messages
     */
    public static Rooms of(
            HubId self,
            HubLog log,
            Documents.Store store,
            Projections projections,
            PeerHeads peerHeads,
            Clock clock,
            LongSupplier nanoTime) {
        Rooms rooms = new Rooms(self, log, store, peerHeads, clock, nanoTime, new Listeners<>());
        projections.follow(rooms.projection);
        return rooms;
    }

    /** Who takes part where, for sync. */
    public RoomMembership membership() {
        return projection;
    }

    /** Where sync shows what is newest in a room while its history is still on its way. */
    public Glimpses glimpses() {
        return glimpsed;
    }

    /**
     * Opens a room at this hub.
     *
     * @param title 1 to 120 characters
     * @param purpose up to 500 characters
     * @param topics up to 20, each 1 to 80 characters; none means one default topic
     * @param invited other hubs that take part, up to 100
     */
    public Outcome<Room> open(String title, String purpose, List<String> topics, Set<HubId> invited, Person by) {
        return open(new RoomId(self, newLocalId()), title, purpose, topics, invited, by);
    }

    /** The id a room opened under that key has: always the same one, and another for every other key. */
    public RoomId idOf(Hash key) {
        String digits = new BigInteger(1, key.toBytes()).toString(ID_CHARS.length());
        return new RoomId(self, "0".repeat(ID_LENGTH).concat(digits).substring(digits.length()));
    }

    /**
     * Opens a room under an id from {@link #idOf}, for callers that may not hear the answer. Doing it twice is done once.
     */
    public Outcome<Room> open(
            RoomId id, String title, String purpose, List<String> topics, Set<HubId> invited, Person by) {
        if (!isOurs(by) || !by.is(Role.COORDINATOR)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        RoomRules rules = RoomRules.ofNewRoom(title, purpose, topics, invited);
        if (!rules.problems().isEmpty()) {
            return new Outcome.Refused<>(Why.INVALID, rules.problems());
        }
        Optional<Room> opened = find(id, by);
        if (opened.isPresent()) {
            return Outcome.done(opened.get());
        }
        if (projection.openedBy(self) >= RoomLimits.ROOMS_OPENED_MAX) {
            return Outcome.refused(Why.LIMIT, "", "too-many-rooms", RoomLimits.ROOMS_OPENED_MAX);
        }
        List<NewEntry> entries = new ArrayList<>();
        entries.add(
                new RoomOpened(rules.title(), rules.purpose(), List.copyOf(rules.topics()), clock.instant()).entry());
        new TreeSet<>(invited)
                .stream()
                        .filter(hub -> !hub.equals(self))
                        .forEach(hub -> entries.add(new RoomInvited(hub.value()).entry()));
        return written(id, log.append(id.stream(), entries));
    }

    /** Lets another hub take part, from the first message on. Only the room's own hub can. */
    public Outcome<Room> invite(RoomId room, HubId hub, Person by) {
        Optional<RoomDocument> entered = enter(room, by);
        if (entered.isEmpty()) {
            return unknownRoom();
        }
        if (!by.is(Role.COORDINATOR)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        if (!room.hub().equals(self)) {
            return Outcome.refused(Why.FORBIDDEN, "", "only-the-rooms-hub", room.hub());
        }
        if (entered.get().takesPart(hub)) {
            return Outcome.done(entered.get().room());
        }
        if (entered.get().hubs().size() >= RoomLimits.HUBS_MAX) {
            return Outcome.refused(Why.LIMIT, "hubs", "too-many", RoomLimits.HUBS_MAX - 1, RoomLimits.HUBS_MAX);
        }
        return written(room, log.append(room.stream(), List.of(new RoomInvited(hub.value()).entry())));
    }

    /** Those this person may enter, the liveliest first. */
    public List<Room> all(Person by) {
        return projection.rooms().stream()
                .filter(room -> mayEnter(room, by))
                .sorted(Comparator.comparingLong(RoomDocument::liveliest)
                        .reversed()
                        .thenComparing(RoomDocument::id))
                .map(RoomDocument::room)
                .toList();
    }

    public Optional<Room> find(RoomId room, Person by) {
        return enter(room, by).map(RoomDocument::room);
    }

    /** Whether this person may say something there, and not only read. */
    public boolean mayTalk(RoomId room, Person by) {
        return enter(room, by).isPresent() && talks(by);
    }

    /**
     * Says something; a second call with the same {@code clientId} by the same person answers the first message. Faster
     * than {@link RoomLimits#SAY_BURST} and {@link RoomLimits#SAY_EVERY} it is refused as a limit, with the seconds to
     * wait.
     *
     * @param clientId 8 to 64 characters, made by the device
     * @param text 1 to 4,000 characters
     * @param topic one of the room's; empty means the default
     * @param after what the author saw; unknown or future numbers are clamped to what is here
     */
    public Outcome<Message> say(
            RoomId room, String clientId, String topic, String text, Map<HubId, Long> after, Person by) {
        Optional<RoomDocument> entered = enter(room, by);
        if (entered.isEmpty()) {
            return unknownRoom();
        }
        if (!talks(by)) {
            return Outcome.refused(Why.FORBIDDEN, "", "may-not-talk");
        }
        RoomRules rules =
                RoomRules.ofMessage(clientId, topic, text, entered.get().topics());
        if (!rules.problems().isEmpty()) {
            return new Outcome.Refused<>(Why.INVALID, rules.problems());
        }
        return once(room + "\n" + by.id().local() + "\n" + clientId, () -> {
            if (!readsOwn(room)) {
                throw new LogUnavailable("What was said in " + room + " before cannot be read yet", null);
            }
            Optional<Message> before = projection.talk(room).saidHere(by.id().local(), clientId).stream()
                    .flatMap(id -> messages(room, List.of(projection.talk(room).at(id))).stream())
                    .findFirst();
            if (before.isPresent()) {
                return Outcome.done(before.get());
            }
            long wait = limiter.take(by.id());
            if (wait > 0) {
                return Outcome.refused(Why.LIMIT, "", "slow-down", wait);
            }
            String chosen = topic.isEmpty() ? entered.get().topics().getFirst() : topic;
            MessageSaid said = new MessageSaid(
                    clientId,
                    chosen,
                    rules.text(),
                    by.id().local(),
                    by.name(),
                    by.unit(),
                    clamped(room, after),
                    clock.instant());
            return written(
                    room, log.append(room.stream(), List.of(said.entry())).getLast());
        });
    }

    /**
     * Erases a message of this hub for good, at every hub that takes part; nothing of it stays, and it cannot be undone.
     * Doing it twice is done once.
     */
    public Outcome<Boolean> erase(RoomId room, MessageId message, ErasureReason reason, Person by) {
        if (enter(room, by).isEmpty()) {
            return unknownRoom();
        }
        if (!by.is(Role.COORDINATOR)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        if (!message.hub().equals(self)) {
            return Outcome.refused(Why.FORBIDDEN, "", "message-of-other-hub", message.hub());
        }
        Optional<Message> said = find(room, message, by);
        if (said.isEmpty()) {
            return Outcome.refused(Why.NOT_FOUND, "", "unknown-message");
        }
        List<NewEntry> erasing =
                Erased.each(log, projection.share(room, self), entry -> Payloads.isSaid(entry, said.get()), reason);
        if (erasing.isEmpty()) {
            return Outcome.done(false);
        }
        Position last = log.append(room.stream(), erasing).getLast().position();
        if (!projection.await(last, RoomLimits.SEEN_WAIT_MAX)) {
            throw new LogUnavailable("Message " + message + " is erased and may still be shown for a moment", null);
        }
        return Outcome.done(true);
    }

    /** The messages before that one, oldest first, at most {@code limit} (1 to 200); the newest if {@code before} is null. */
    public List<Message> before(RoomId room, @Nullable MessageId before, int limit, Person by) {
        return enter(room, by).isEmpty() ? List.of() : shown(room).before(before, bounded(limit));
    }

    /** The messages behind that one, oldest first, at most {@code limit}; from the first if null. */
    public List<Message> after(RoomId room, @Nullable MessageId after, int limit, Person by) {
        return enter(room, by).isEmpty() ? List.of() : shown(room).after(after, bounded(limit));
    }

    /** Pages counted back from the newest, which is page 0, each oldest first and at most {@code size} long. */
    public List<Message> page(RoomId room, int page, int size, Person by) {
        return enter(room, by).isEmpty() ? List.of() : shown(room).page(page, bounded(size));
    }

    /** How many messages are shown. */
    public int count(RoomId room, Person by) {
        return enter(room, by).isEmpty() ? 0 : shown(room).size();
    }

    /** Whether the newest messages are shown though earlier ones are still on their way. */
    public boolean isEarlierOnTheWay(RoomId room, Person by) {
        return enter(room, by).isPresent() && !glimpsed.of(room).isEmpty();
    }

    /** That message, if it is here. */
    public Optional<Message> find(RoomId room, MessageId message, Person by) {
        RoomTalk talk = projection.talk(room);
        return enter(room, by).isPresent() && talk.holds(message)
                ? messages(room, List.of(talk.at(message))).stream().findFirst()
                : Optional.empty();
    }

    /** The room's heads as held here: what a message written now comes after. */
    public Map<HubId, Long> heads(RoomId room) {
        return projection.find(room).isPresent() ? projection.talk(room).heads() : Map.of();
    }

    /** The same with what is only glimpsed: what somebody has seen who is shown all. */
    public Map<HubId, Long> shownUpTo(RoomId room) {
        Map<HubId, Long> upTo = new TreeMap<>(heads(room));
        glimpsed.upTo(room).forEach((hub, seq) -> upTo.merge(hub, seq, Math::max));
        return upTo;
    }

    /** The hubs known to hold that message, this one included once it is here. */
    public Set<HubId> seenBy(RoomId room, MessageId message) {
        Set<HubId> seen = new TreeSet<>();
        Optional<RoomDocument> known = projection.find(room);
        if (known.isPresent() && projection.talk(room).holds(message)) {
            seen.add(self);
            seen.add(message.hub());
            peerHeads.holding(projection.share(room, message.hub()), message.seq()).stream()
                    .filter(known.get()::takesPart)
                    .forEach(seen::add);
        }
        return seen;
    }

    /** Up to which number each other hub that takes part is known to hold what this hub said there. */
    public Map<HubId, Long> heldBy(RoomId room) {
        Map<HubId, Long> held = new TreeMap<>();
        projection
                .find(room)
                .ifPresent(known -> known.hubs().stream()
                        .map(HubId::new)
                        .filter(hub -> !hub.equals(self))
                        .forEach(hub -> held.put(
                                hub,
                                peerHeads.of(hub, projection.share(room, self)).seq())));
        return held;
    }

    /** Hears that some hub now holds more than it did, of whatever room: ask {@link #seenBy} again. Called often. */
    public Runnable onSeen(Consumer<HubId> listener) {
        return peerHeads.onChange(listener);
    }

    /** Keeps up to where a person has read; a plain document, never sent anywhere. Never goes back. */
    public void markRead(RoomId room, MessageId upTo, Person by) {
        RoomTalk talk = projection.talk(room);
        if (enter(room, by).isEmpty() || !talk.holds(upTo)) {
            return;
        }
        String id = ReadMark.id(room, by.id().local());
        synchronized (marks) {
            ReadMark before = marks.find(id);
            MessageId furthest = Optional.ofNullable(before)
                    .flatMap(ReadMark::message)
                    .filter(last -> talk.holds(last) && talk.at(last).compareTo(talk.at(upTo)) >= 0)
                    .orElse(upTo);
            marks.save(ReadMark.further(id, before, furthest, talk.readUpTo(upTo)));
        }
        reads.tell(by.id());
    }

    /** Keeps that a person has been there, whether or not there was anything to read. */
    public void markEntered(RoomId room, Person by) {
        if (enter(room, by).isEmpty()) {
            return;
        }
        String id = ReadMark.id(room, by.id().local());
        synchronized (marks) {
            if (marks.find(id) != null) {
                return;
            }
            marks.save(ReadMark.ofNothing(id));
        }
        reads.tell(by.id());
    }

    /** Whether another hub opened that room to us and this person has not been there yet. */
    public boolean isInvitation(RoomId room, Person by) {
        return !room.hub().equals(self)
                && enter(room, by).isPresent()
                && mark(room, by).isEmpty();
    }

    public Optional<MessageId> lastRead(RoomId room, Person by) {
        return enter(room, by).isEmpty() ? Optional.empty() : mark(room, by).flatMap(ReadMark::message);
    }

    /** Messages by others that this person has not read, those among them that arrived late too. */
    public int unread(RoomId room, Person by) {
        return enter(room, by).isEmpty()
                ? 0
                : projection
                        .talk(room)
                        .unread(mark(room, by).orElse(null), by.id().local());
    }

    /** Hears who has read something, or been in a room for the first time. */
    public Runnable onRead(Consumer<PersonId> listener) {
        return reads.add(listener);
    }

    /** Hears what changed in any room, merged per batch: new messages, new rooms, new members. */
    public Runnable onChange(Consumer<RoomChange> listener) {
        return changes.add(change -> listener.accept(glimpsed.placed(change)));
    }

    private Optional<ReadMark> mark(RoomId room, Person by) {
        return Optional.ofNullable(marks.find(ReadMark.id(room, by.id().local())));
    }

    private Optional<RoomDocument> enter(RoomId room, Person by) {
        return projection.find(room).filter(found -> mayEnter(found, by));
    }

    private boolean mayEnter(RoomDocument room, Person by) {
        return isOurs(by) && room.takesPart(self);
    }

    private boolean isOurs(Person by) {
        return by.id().hub().equals(self);
    }

    private static boolean talks(Person by) {
        return by.roles().stream().anyMatch(TALKING::contains);
    }

    private ShownTalk shown(RoomId room) {
        return new ShownTalk(projection.talk(room), glimpsed.of(room), spots -> messages(room, spots));
    }

    private List<Message> messages(RoomId room, List<RoomTalk.Spot> spots) {
        return projection.messages(room, spots).stream().map(glimpsed::placed).toList();
    }

    private Map<String, Long> clamped(RoomId room, Map<HubId, Long> after) {
        Map<String, Long> clamped = new TreeMap<>();
        shownUpTo(room).forEach((hub, head) -> {
            long seen = Math.min(head, after.getOrDefault(hub, 0L));
            if (seen > 0) {
                clamped.put(hub.value(), seen);
            }
        });
        return clamped;
    }

    /** Runs it once for all who call with this key at the same time. */
    private Outcome<Message> once(String key, java.util.function.Supplier<Outcome<Message>> saying) {
        CompletableFuture<Outcome<Message>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<Message>> first = beingSaid.putIfAbsent(key, mine);
        if (first != null) {
            try {
                return first.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException same ? same : failed;
            }
        }
        try {
            Outcome<Message> outcome = saying.get();
            mine.complete(outcome);
            return outcome;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            beingSaid.remove(key);
        }
    }

    private Outcome<Room> written(RoomId id, List<PlacedEntry> entries) {
        projection.await(entries.getLast().position(), RoomLimits.SEEN_WAIT_MAX);
        return projection
                .find(id)
                .map(RoomDocument::room)
                .map(Outcome::done)
                .orElseThrow(() -> new IllegalStateException("Room " + id + " is written but not readable yet"));
    }

    /** The message as all will see it. */
    private Outcome<Message> written(RoomId room, PlacedEntry placed) {
        MessageId id = new MessageId(self, placed.entry().seq());
        if (!projection.await(placed.position(), RoomLimits.SEEN_WAIT_MAX)) {
            throw new LogUnavailable("Message " + id + " is written but not readable yet", null);
        }
        return Outcome.done(
                messages(room, List.of(projection.talk(room).at(id))).getFirst());
    }

    /** Whether all this hub said in the room can be read, so that what is said twice is known. */
    private boolean readsOwn(RoomId room) {
        long own = log.head(projection.share(room, self)).seq();
        return projection.talk(room).head(self) >= own || projection.await(log.last(), RoomLimits.SEEN_WAIT_MAX);
    }

    private String newLocalId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_CHARS.charAt(random.nextInt(ID_CHARS.length())));
        }
        return id.toString();
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, RoomLimits.ANSWER_MESSAGES_MAX);
    }

    private static <T> Outcome<T> unknownRoom() {
        return Outcome.refused(Why.NOT_FOUND, "room", "unknown-room");
    }
}
