package id.jipp.core.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projection;
import id.jipp.core.store.Documents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms and their pages, kept from the room streams of all hubs that take part. Reading is thread-safe. */
final class RoomProjection implements Projection, RoomMembership {
    private final HubId self;
    private final HubLog log;
    private final Shares shares;
    private final Documents<RoomDocument> documents;
    private final Documents<SaidPage> pages;
    private final Documents<RoomCheckpoint> checkpoints;
    private final Map<RoomId, RoomDocument> rooms = new ConcurrentHashMap<>();
    private final Cache<RoomId, RoomTalk> talks =
            Caffeine.newBuilder().maximumSize(RoomLimits.TALKS_IN_MEMORY_MAX).build();
    private final Listeners<RoomChange> changes;
    private final Object progress = new Object();
    private final List<RoomBatch> unannounced = new ArrayList<>();
    private Position applied;

    RoomProjection(HubId self, HubLog log, Documents.Store store, Listeners<RoomChange> changes) {
        this.self = self;
        this.log = log;
        this.shares = new Shares(log);
        this.changes = changes;
        documents = store.collection("rooms_v1", RoomDocument.class);
        pages = store.collection("room_pages_v1", SaidPage.class);
        checkpoints = store.collection("rooms_checkpoint", RoomCheckpoint.class);
        documents.forEach(room -> RoomId.parse(room.id()).ifPresent(id -> rooms.put(id, room)));
        RoomCheckpoint kept = checkpoints.find(name());
        applied = kept == null ? Position.START : new Position(kept.position());
        startOverIfAheadOf(log.last());
    }

    @Override
    public String name() {
        return "rooms_v1";
    }

    @Override
    public Position checkpoint() {
        synchronized (progress) {
            return applied;
        }
    }

    @Override
    public void apply(List<PlacedEntry> entries) {
        Map<RoomId, RoomBatch> touched = new HashMap<>();
        for (PlacedEntry placed : entries) {
            if (placed.entry().stream().name().isRoom()) {
                RoomId.parse(placed.entry().stream().name().subject())
                        .ifPresent(
                                id -> touched.computeIfAbsent(id, this::batch).take(placed));
            }
        }
        List<RoomBatch> changed = touched.values().stream()
                .filter(RoomBatch::changesAnything)
                .map(this::upToDate)
                .toList();
        keep(changed);
        unannounced.addAll(changed);
        Position upTo = entries.getLast().position();
        checkpoints.save(new RoomCheckpoint(name(), upTo.value()));
        synchronized (progress) {
            applied = upTo;
            progress.notifyAll();
        }
    }

    @Override
    public void announce() {
        List<RoomBatch> news = List.copyOf(unannounced);
        unannounced.clear();
        for (RoomBatch batch : news) {
            RoomTalk talk = talk(batch.id());
            changes.tell(batch.change(said -> talk.at(said).order()));
        }
    }

    /** Waits until that position is applied; whether it came to that within the bound. */
    boolean await(Position position, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        synchronized (progress) {
            while (position.isAfter(applied)) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                try {
                    progress.wait(millis);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    Collection<RoomDocument> rooms() {
        return rooms.values();
    }

    long openedBy(HubId hub) {
        return rooms.keySet().stream().filter(id -> id.hub().equals(hub)).count();
    }

    Optional<RoomDocument> find(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }

    RoomTalk talk(RoomId room) {
        return talks.get(room, this::load);
    }

    /** Those messages with their words, in the order given. */
    List<Message> messages(RoomId room, List<RoomTalk.Spot> spots) {
        Set<String> ids = new LinkedHashSet<>();
        spots.forEach(spot -> ids.add(pageId(room, spot.id())));
        Map<String, SaidPage> found = new HashMap<>();
        pages.findAll(ids).forEach(page -> found.put(page.id(), page));
        List<Message> messages = new ArrayList<>(spots.size());
        for (RoomTalk.Spot spot : spots) {
            SaidPage page = found.get(pageId(room, spot.id()));
            SaidPage.Said said = page == null ? null : page.find(spot.id().seq());
            if (said != null) {
                messages.add(RoomBatch.message(room, spot.id().hub(), said, spot.order()));
            }
        }
        return messages;
    }

    @Override
    public boolean takesPart(String roomId, HubId hub) {
        return RoomId.parse(roomId)
                .flatMap(this::find)
                .map(room -> room.takesPart(hub))
                .orElse(false);
    }

    @Override
    public boolean knows(String roomId) {
        return RoomId.parse(roomId).flatMap(this::find).isPresent();
    }

    @Override
    public Runnable onChange(Runnable hint) {
        return changes.add(change -> {
            if (change.roomChanged()) {
                hint.run();
            }
        });
    }

    private RoomBatch batch(RoomId id) {
        return new RoomBatch(id, rooms.get(id), log, shares, pages, talk(id));
    }

    private RoomBatch upToDate(RoomBatch batch) {
        return batch.isOutdated() ? RoomBatch.anew(batch, new RoomTalk(self)) : batch;
    }

    /** The stream in which that hub's share of the room is. */
    StreamId share(RoomId room, HubId hub) {
        return shares.of(room, hub);
    }

    /** Pages before what points to them: whoever finds a message in the talk finds its words. */
    private void keep(List<RoomBatch> changed) {
        List<SaidPage> pagesChanged = new ArrayList<>();
        List<RoomDocument> roomsChanged = new ArrayList<>();
        for (RoomBatch batch : changed) {
            pagesChanged.addAll(batch.pages());
            batch.room().ifPresent(roomsChanged::add);
        }
        pages.saveAll(pagesChanged);
        documents.saveAll(roomsChanged);
        for (RoomBatch batch : changed) {
            if (batch.isAnew()) {
                removeWhatIsLeftBehindOf(batch);
            }
            batch.settle();
            talks.put(batch.id(), batch.talk());
            batch.room().ifPresent(room -> rooms.put(batch.id(), room));
        }
    }

    /** Pages of numbers there are no more, and a room nobody says anything of. */
    private void removeWhatIsLeftBehindOf(RoomBatch anew) {
        Set<String> gone = new LinkedHashSet<>();
        talk(anew.id()).heads().forEach((hub, head) -> {
            for (long page = 0; page <= SaidPage.pageOf(head); page++) {
                gone.add(SaidPage.id(anew.id(), hub.value(), page));
            }
        });
        anew.pages().forEach(page -> gone.remove(page.id()));
        pages.remove(gone);
        if (anew.room().isEmpty()) {
            rooms.remove(anew.id());
            documents.remove(List.of(anew.id().toString()));
        }
    }

    private RoomTalk load(RoomId id) {
        RoomTalk talk = new RoomTalk(self);
        RoomDocument room = rooms.get(id);
        if (room != null) {
            List<RoomTalk.Slot> slots = new ArrayList<>();
            room.hubs().forEach(hub -> slots.addAll(slots(id, new HubId(hub))));
            talk.addAll(slots);
        }
        return talk;
    }

    private List<RoomTalk.Slot> slots(RoomId room, HubId hub) {
        List<RoomTalk.Slot> slots = new ArrayList<>();
        int asked = 4;
        for (long page = 0; ; ) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < asked; i++) {
                ids.add(SaidPage.id(room, hub.value(), page++));
            }
            List<SaidPage> found = pages.findAll(ids);
            for (SaidPage each : found) {
                addSlots(hub, each, slots);
            }
            if (found.size() < asked) {
                return slots;
            }
            asked = Math.min(asked * 2, 256);
        }
    }

    private static void addSlots(HubId hub, SaidPage page, List<RoomTalk.Slot> slots) {
        for (long seq = slots.size() + 1L; seq <= page.upTo(); seq++) {
            slots.add(new RoomTalk.Slot(hub, seq, page.find(seq)));
        }
    }

    private static String pageId(RoomId room, MessageId message) {
        return SaidPage.id(room, message.hub().value(), SaidPage.pageOf(message.seq()));
    }

    /** A checkpoint beyond the log belongs to another log: everything is made again from this one. */
    private void startOverIfAheadOf(Position last) {
        if (applied.isAfter(last)) {
            documents.clear();
            pages.clear();
            rooms.clear();
            applied = Position.START;
        }
    }
}
