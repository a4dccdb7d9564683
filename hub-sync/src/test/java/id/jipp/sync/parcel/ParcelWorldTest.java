package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Digest;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.session.TestHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hubs that never have a line, only parcels. More worlds on demand: {@code -Dworlds=1000}, from {@code -Dworlds.from=8}. */
class ParcelWorldTest {
    private static final int STEPS = 200;
    private static final String ROOM = "hub-a.k3v9x2m7q4hd8f0c";

    @Test
    @DisplayName("N1, N5: parcels in any order, twice, old ones late, cut, or at the wrong hub make all hubs alike")
    void parcelsInAnyOrderMakeAllHubsAlike() {
        int from = Integer.getInteger("worlds.from", 1);
        for (int seed = from; seed < from + Integer.getInteger("worlds", 5); seed++) {
            try {
                new World(seed).live();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("Seed " + seed, wrong);
            }
        }
    }

    /** A parcel on a disk somewhere. */
    private record Disk(Courier recipient, byte[] parcel) {}

    private static final class World {
        private final Random random;
        private final Map<String, Set<HubId>> rooms = new HashMap<>();
        private final List<Courier> hubs = new ArrayList<>();
        private final Map<TestHub, InMemoryDocuments.Store> stores = new HashMap<>();
        private final List<Disk> disks = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-24T03:00:00Z");

        World(long seed) {
            random = new Random(seed);
            for (String name : List.of("hub-a", "hub-b", "hub-c", "hub-d", "hub-e")) {
                Duration skew = Duration.ofDays(random.nextInt(-365, 366));
                TestHub hub = new TestHub(name, rooms, clock(skew), random.nextLong());
                stores.put(hub, new InMemoryDocuments.Store());
                hubs.add(new Courier(hub));
                begin(hub);
            }
            for (Courier one : hubs) {
                hubs.stream().filter(other -> other != one).forEach(other -> one.hub.knows(other.hub));
            }
            rooms.put(ROOM, Set.of(hubs.get(0).hub.id, hubs.get(1).hub.id, hubs.get(4).hub.id));
        }

        private Clock clock(Duration skew) {
            return new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now.plus(skew);
                }
            };
        }

        /** After a start, only what is kept is known. */
        private void begin(TestHub hub) {
            hub.heads = new PeerHeads(stores.get(hub));
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plusMillis(random.nextInt(1, 86_400_000));
                step();
            }
            settle();
        }

        private void step() {
            Courier one = any();
            switch (random.nextInt(10)) {
                case 0 -> one.hub.write("public", "kata " + random.nextInt());
                case 1 -> one.hub.writeMany("public", random.nextInt(1, 70), 20);
                case 2 -> one.hub.write("to/" + any().hub.id, "usulan");
                case 3 -> {
                    if (rooms.get(ROOM).contains(one.hub.id)) {
                        one.hub.write("room/" + ROOM, "halo");
                    }
                }
                case 4 -> begin(one.hub);
                case 5, 6 -> make(one, random.nextInt(5) == 0);
                default -> take();
            }
        }

        private Courier any() {
            return hubs.get(random.nextInt(hubs.size()));
        }

        /** Only neighbours in the chain meet. */
        private void make(Courier one, boolean everything) {
            int place = hubs.indexOf(one);
            int next = place == 0 || place < hubs.size() - 1 && random.nextBoolean() ? place + 1 : place - 1;
            Courier recipient = hubs.get(next);
            disks.add(new Disk(recipient, one.parcel(new ParcelOrder(recipient.hub.id, everything, Long.MAX_VALUE))));
        }

        private void take() {
            if (disks.isEmpty()) {
                return;
            }
            Disk disk = disks.get(random.nextInt(disks.size()));
            switch (random.nextInt(6)) {
                case 0 -> {
                    Courier wrong = any();
                    if (wrong != disk.recipient()) {
                        assertThat(wrong.takes(disk.parcel())).isInstanceOf(Outcome.Refused.class);
                    }
                }
                case 1 -> disk.recipient().takes(Arrays.copyOf(disk.parcel(), random.nextInt(disk.parcel().length)));
                default -> {
                    ParcelTaken taken = disk.recipient().took(disk.parcel());
                    assertThat(taken.stopped()).isNull();
                    assertThat(taken.left()).isZero();
                    assertThat(disk.recipient().took(disk.parcel()).changedNothing())
                            .isTrue();
                }
            }
            watch(disk.recipient().hub);
        }

        /** What a hub holds is what the author wrote from the first on, and nothing it may not have. */
        private void watch(TestHub hub) {
            hub.log.heads().byStream().forEach((stream, head) -> {
                if (head.seq() > 0) {
                    assertThat(hub(stream.hub()).log.holds(stream, head))
                            .as("%s of %s at %s", head, stream, hub.id)
                            .isTrue();
                    assertThat(mayHave(hub.id, stream))
                            .as("%s at %s", stream, hub.id)
                            .isTrue();
                }
            });
        }

        private boolean mayHave(HubId hub, StreamId stream) {
            return stream.hub().equals(hub)
                    || stream.name().isPublic()
                    || stream.name().isRoom() && rooms.get(ROOM).contains(hub)
                    || stream.name().subject().equals(hub.value());
        }

        private TestHub hub(HubId id) {
            return hubs.stream()
                    .map(courier -> courier.hub)
                    .filter(hub -> hub.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Parcels go up and down the chain once more, and between those who take part in the room. */
        private void settle() {
            boolean moving = true;
            for (int round = 0; moving && round < 2 * hubs.size(); round++) {
                moving = exchange();
            }
            Digest first = Digest.of(hubs.getFirst().hub.log.heads());
            for (Courier courier : hubs) {
                watch(courier.hub);
                assertThat(Digest.of(courier.hub.log.heads()).publicDigest()).isEqualTo(first.publicDigest());
                assertThat(inRoom(courier.hub))
                        .isEqualTo(mayMeetInRoom(courier) ? inRoom(hubs.getFirst().hub) : Map.of());
            }
            assertThat(exchange()).as("anything moves any more").isFalse();
        }

        /** A parcel from each to each they meet. @return whether any brought anything */
        private boolean exchange() {
            boolean moving = false;
            for (Courier one : hubs) {
                for (Courier other : hubs) {
                    boolean meet = Math.abs(hubs.indexOf(one) - hubs.indexOf(other)) == 1;
                    boolean share = one != other && mayMeetInRoom(one) && mayMeetInRoom(other);
                    if (meet || share) {
                        now = now.plusMillis(1);
                        moving |= !other.took(one.parcelFor(other.hub)).changedNothing();
                    }
                }
            }
            return moving;
        }

        private boolean mayMeetInRoom(Courier courier) {
            return rooms.get(ROOM).contains(courier.hub.id);
        }

        private Map<StreamId, Head> inRoom(TestHub hub) {
            Map<StreamId, Head> shares = new TreeMap<>();
            hub.log.heads().byStream().forEach((stream, head) -> {
                if (stream.name().isRoom() && head.seq() > 0) {
                    shares.put(stream, head);
                }
            });
            return shares;
        }
    }
}
