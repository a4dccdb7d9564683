package id.jipp.core.room;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Erased;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What some entries change in one room, gathered before any of it is kept. Used by the projection's thread only. */
final class RoomBatch {
    private static final int READ_BYTES_MAX = 4 * 1024 * 1024;

    private final RoomId id;
    private final HubLog log;
    private final Shares shares;
    private final @Nullable Documents<SaidPage> kept;
    private final RoomTalk talk;
    private final Map<HubId, Long> heads;
    private final Map<String, SaidPage> pages = new HashMap<>();
    private final List<RoomTalk.Slot> slots = new ArrayList<>();
    private @Nullable RoomDocument room;
    private boolean roomChanged;
    private boolean reordered;
    private boolean outdated;

    /** @param kept the pages to go on with; null to begin from nothing */
    RoomBatch(
            RoomId id,
            @Nullable RoomDocument room,
            HubLog log,
            Shares shares,
            @Nullable Documents<SaidPage> kept,
            RoomTalk talk) {
        this.id = id;
        this.room = room;
        this.log = log;
        this.shares = shares;
        this.kept = kept;
        this.talk = talk;
        this.heads = new HashMap<>(talk.heads());
    }

    /** The same room, made from nothing but what the log has of it now. */
    static RoomBatch anew(RoomBatch outdated, RoomTalk empty) {
        RoomBatch anew = new RoomBatch(outdated.id, null, outdated.log, outdated.shares, null, empty);
        anew.shares.forget(anew.id);
        StreamId owners = anew.shares.of(anew.id, anew.id.hub());
        for (List<Entry> more = anew.read(owners, 0);
                !more.isEmpty();
                more = anew.read(owners, more.getLast().seq())) {
            more.forEach(anew::take);
        }
        if (anew.room != null && outdated.room != null) {
            anew.room = anew.room.at(outdated.room.liveliest());
        }
        anew.roomChanged = true;
        anew.reordered = true;
        return anew;
    }

    /** Only the owner's entries say what the room is and who takes part; what other hubs say there is void. */
    void take(PlacedEntry placed) {
        Entry entry = placed.entry();
        if (Erased.of(entry).isPresent() || shares.isNewEpoch(entry)) {
            outdated = true;
        } else if (shares.count(id, entry)) {
            take(entry);
        }
        if (room != null && room.takesPart(entry.stream().hub())) {
            room = room.at(placed.position().value());
        }
    }

    private void take(Entry entry) {
        HubId author = entry.stream().hub();
        if (author.equals(id.hub())) {
            Payloads.opened(entry).ifPresent(opened -> open(opened, entry));
            Payloads.invited(entry).flatMap(RoomBatch::hub).ifPresent(this::invite);
        }
        if (room != null && room.takesPart(author)) {
            follow(author, entry);
        }
    }

    /** Whether something was taken away that it is made of, so that all of it must be made anew. */
    boolean isOutdated() {
        return outdated;
    }

    boolean isAnew() {
        return kept == null;
    }

    RoomId id() {
        return id;
    }

    boolean changesAnything() {
        return roomChanged || !slots.isEmpty() || outdated;
    }

    Optional<RoomDocument> room() {
        return Optional.ofNullable(room);
    }

    Collection<SaidPage> pages() {
        return pages.values();
    }

    RoomTalk talk() {
        return talk;
    }

    void settle() {
        reordered |= talk.addAll(slots);
    }

    /** What listeners are told, the messages in their order. */
    RoomChange change(ToLongFunction<MessageId> order) {
        if (isAnew()) {
            return new RoomChange(id, List.of(), true, true);
        }
        List<Message> arrived = new ArrayList<>();
        for (RoomTalk.Slot slot : slots) {
            if (slot.said() != null) {
                arrived.add(
                        message(id, slot.hub(), slot.said(), order.applyAsLong(new MessageId(slot.hub(), slot.seq()))));
            }
        }
        arrived.sort(Comparator.comparingLong(Message::order)
                .thenComparing(message -> message.id().hub())
                .thenComparing(message -> message.id().seq()));
        return new RoomChange(id, List.copyOf(arrived), roomChanged, reordered);
    }

    static Message message(RoomId room, HubId hub, SaidPage.Said said, long order) {
        Map<HubId, Long> after = new TreeMap<>();
        said.after().forEach((other, upTo) -> after.put(new HubId(other), upTo));
        return new Message(
                new MessageId(hub, said.seq()),
                room,
                said.clientId(),
                new id.jipp.core.person.PersonId(hub, said.author()),
                said.authorName(),
                said.authorUnit(),
                said.text(),
                said.topic(),
                after,
                order,
                Instant.ofEpochMilli(said.sentAt()));
    }

    private void open(RoomOpened opened, Entry entry) {
        if (room != null) {
            return;
        }
        List<String> topics = Optional.ofNullable(opened.topics()).orElse(List.of()).stream()
                .map(topic -> Plain.line(topic, RoomLimits.TOPIC_CHARS_MAX))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .limit(RoomLimits.TOPICS_MAX)
                .toList();
        room = new RoomDocument(
                id.toString(),
                Plain.line(opened.title(), RoomLimits.TITLE_CHARS_MAX),
                Plain.text(opened.purpose(), RoomLimits.PURPOSE_CHARS_MAX),
                topics.isEmpty() ? List.of(Topics.DEFAULT) : topics,
                List.of(id.hub().value()),
                millis(opened.openedAt(), entry),
                0);
        roomChanged = true;
    }

    private void invite(HubId hub) {
        if (room == null || !room.takesPart(hub) && room.hubs().size() >= RoomLimits.HUBS_MAX) {
            return;
        }
        if (!room.takesPart(hub)) {
            room = room.with(hub);
            roomChanged = true;
        }
        catchUp(hub);
    }

    private static Optional<HubId> hub(RoomInvited invited) {
        try {
            return Optional.ofNullable(invited.hub()).map(HubId::new);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private void follow(HubId author, Entry entry) {
        long head = heads.getOrDefault(author, 0L);
        if (entry.seq() == head + 1) {
            add(author, entry);
        } else if (entry.seq() > head + 1) {
            catchUp(author);
        }
    }

    /** Takes what is in the log of that hub's share: it may have come before we knew that the hub takes part. */
    private void catchUp(HubId author) {
        StreamId stream = shares.of(id, author);
        while (true) {
            List<Entry> more = read(stream, heads.getOrDefault(author, 0L));
            if (more.isEmpty()) {
                return;
            }
            more.forEach(entry -> add(author, entry));
        }
    }

    private List<Entry> read(StreamId stream, long after) {
        return log.read(stream, after, LogLimits.RANGE_ENTRIES_MAX, READ_BYTES_MAX);
    }

    private void add(HubId author, Entry entry) {
        long seq = entry.seq();
        SaidPage.Said said = room == null ? null : said(entry, room.topics()).orElse(null);
        long page = SaidPage.pageOf(seq);
        pages.merge(
                SaidPage.id(id, author.value(), page),
                page(author, page).with(seq, said),
                (before, same) -> before.with(seq, said));
        slots.add(new RoomTalk.Slot(author, seq, said));
        heads.put(author, seq);
    }

    private SaidPage page(HubId author, long page) {
        SaidPage before = pages.get(SaidPage.id(id, author.value(), page));
        if (before == null && kept != null) {
            before = kept.find(SaidPage.id(id, author.value(), page));
        }
        return before == null ? SaidPage.empty(id, author.value(), page) : before;
    }

    /** The message in safe bounds; empty if it lacks what makes it one. */
    static Optional<SaidPage.Said> said(Entry entry, List<String> topics) {
        return Payloads.said(entry).flatMap(payload -> said(payload, entry, topics));
    }

    private static Optional<SaidPage.Said> said(MessageSaid payload, Entry entry, List<String> topics) {
        String text = Plain.text(payload.text(), RoomLimits.TEXT_CHARS_MAX);
        String author = Plain.line(payload.author(), 64);
        if (text.isEmpty() || author.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> after = new TreeMap<>();
        Optional.ofNullable(payload.after()).orElse(Map.of()).forEach((hub, upTo) -> {
            if (upTo != null && upTo > 0 && isHub(hub) && after.size() < RoomLimits.HUBS_MAX) {
                after.put(hub, upTo);
            }
        });
        return Optional.of(new SaidPage.Said(
                entry.seq(),
                Plain.line(payload.clientId(), RoomLimits.CLIENT_ID_CHARS_MAX),
                Topics.among(topics, Plain.line(payload.topic(), RoomLimits.TOPIC_CHARS_MAX)),
                text,
                author,
                Plain.line(payload.authorName(), RoomLimits.AUTHOR_CHARS_MAX),
                Plain.line(payload.authorUnit(), RoomLimits.AUTHOR_CHARS_MAX),
                after,
                millis(payload.sentAt(), entry)));
    }

    /** The time somebody far away claims; the entry's own, which the log has judged, where it says none or nonsense. */
    private static long millis(@Nullable Instant claimed, Entry entry) {
        return claimed == null || claimed.isBefore(Instant.EPOCH) || !claimed.isBefore(LogLimits.TIME_MAX)
                ? entry.header().time().toEpochMilli()
                : claimed.toEpochMilli();
    }

    private static boolean isHub(String text) {
        return text.matches("[a-z][a-z0-9-]{1,31}");
    }
}
