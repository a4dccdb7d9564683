package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.log.Digest;
import id.jipp.core.log.Entry;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.Signer;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.session.TestHub;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelsTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
    private final TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
    private final TestHub panrb = new TestHub("panrb", rooms, Clock.systemUTC(), 3);
    private final Courier atBali = new Courier(bali);
    private final Courier atJatim = new Courier(jatim);
    private final Courier atPanrb = new Courier(panrb);

    @BeforeEach
    void link() {
        TestHub.link(bali, jatim);
        bali.write("public", "satu", "dua", "tiga");
        bali.write("to/jatim", "usulan");
    }

    @Test
    void whatOneHoldsComesToTheOther() {
        ParcelTaken taken = atJatim.took(atBali.parcelFor(jatim));

        assertThat(jatim.log.heads()).isEqualTo(bali.log.heads());
        assertThat(taken.from()).isEqualTo(bali.id);
        assertThat(taken.entries()).isEqualTo(4);
        assertThat(taken.known()).isZero();
        assertThat(taken.left()).isZero();
        assertThat(taken.stopped()).isNull();
    }

    @Test
    void takingItInTwiceChangesNothingAndSaysSo() {
        byte[] parcel = atBali.parcelFor(jatim);
        atJatim.took(parcel);
        Digest before = Digest.of(jatim.log.heads());

        ParcelTaken again = atJatim.took(parcel);

        assertThat(again.changedNothing()).isTrue();
        assertThat(again.known()).isEqualTo(4);
        assertThat(Digest.of(jatim.log.heads())).isEqualTo(before);
    }

    @Test
    void theNextParcelCarriesOnlyWhatIsMissing() {
        bali.writeMany("public", 300, 1_000);
        atJatim.took(atBali.parcelFor(jatim));
        atBali.took(atJatim.parcelFor(bali));
        bali.write("public", "baru");

        byte[] next = atBali.parcelFor(jatim);

        assertThat(next.length).isLessThan(2_000);
        assertThat(atJatim.took(next).entries()).isEqualTo(1);
        assertThat(atBali.everythingFor(jatim).length).isGreaterThan(300_000);
    }

    @Test
    void aParcelFromAHubThatLostItsDataBringsItAll() {
        atJatim.took(atBali.parcelFor(jatim));
        byte[] told = atJatim.parcelFor(bali);
        atBali.took(told);
        TestHub restored = new TestHub("jatim", rooms, later(), 2);
        restored.knows(bali);

        atBali.took(new Courier(restored).parcelFor(bali));
        atBali.took(told);

        assertThat(new Courier(restored).took(atBali.parcelFor(restored)).entries())
                .as("an old parcel that comes late does not take that back")
                .isEqualTo(4);
    }

    @Test
    void whatAParcelToldIsKnownAfterAStart() {
        InMemoryDocuments.Store store = new InMemoryDocuments.Store();
        bali.heads = new PeerHeads(store);
        atJatim.took(atBali.parcelFor(jatim));
        atBali.took(atJatim.parcelFor(bali));

        bali.heads = new PeerHeads(store);

        assertThat(bali.heads.of(jatim.id)).isEqualTo(bali.log.heads().byStream());
    }

    @Test
    void whatALineToldIsNotForgottenForAParcel() {
        bali.heads.holds(jatim.id, bali.stream("public"), bali.log.head(bali.stream("public")));
        atBali.hasLine = jatim.id::equals;

        atBali.took(atJatim.parcelFor(bali));

        assertThat(bali.heads.holding(bali.stream("public"), 3)).containsExactly(jatim.id);
    }

    @Test
    void aParcelThatDoesNotJoinSaysWhereItWouldHaveTo() {
        atJatim.took(atBali.parcelFor(jatim));
        atBali.took(atJatim.parcelFor(bali));
        bali.write("public", "empat");
        TestHub fresh = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
        fresh.knows(bali);

        ParcelTaken taken = new Courier(fresh).took(atBali.parcelFor(jatim));

        assertThat(taken.leftOut())
                .containsExactly(
                        new ParcelTaken.LeftOut(bali.stream("public"), Problem.of("", "parcel-left-gap", 1, 4)));
        assertThat(taken.left()).isEqualTo(1);
        assertThat(taken.stopped()).isNull();
    }

    @Test
    @DisplayName("a parcel for one hub gives another nothing, and has nothing in it that its own may not have")
    void aParcelForOneHubGivesAnotherNothing() {
        TestHub.link(bali, panrb);
        rooms.put(ROOM, Set.of(bali.id, panrb.id));
        bali.write("room/" + ROOM, "hanya untuk ruang ini");

        byte[] forJatim = atBali.parcelFor(jatim);

        assertThat(atPanrb.refuses(forJatim)).isEqualTo("parcel-for-another");
        assertThat(panrb.log.heads().byStream()).isEmpty();
        assertThat(new String(forJatim, StandardCharsets.ISO_8859_1))
                .contains("usulan")
                .doesNotContain(ROOM)
                .doesNotContain("hanya untuk ruang ini");
        atJatim.took(forJatim);
        assertThat(jatim.log.heads().byStream().keySet())
                .containsExactlyInAnyOrder(bali.stream("public"), bali.stream("to/jatim"));
    }

    @Test
    void aParcelForAnybodyHasOnlyPublicStreams() {
        TestHub.link(bali, panrb);
        rooms.put(ROOM, Set.of(bali.id, panrb.id));
        bali.write("room/" + ROOM, "hanya untuk ruang ini");

        byte[] parcel = atBali.parcelFor(null);

        atJatim.took(parcel);
        atPanrb.took(parcel);
        assertThat(jatim.log.heads().byStream().keySet()).containsExactly(bali.stream("public"));
        assertThat(panrb.log.heads().byStream().keySet()).containsExactly(bali.stream("public"));
        assertThat(new String(parcel, StandardCharsets.ISO_8859_1))
                .doesNotContain("usulan")
                .doesNotContain(ROOM);
    }

    @Test
    void whatThePolicyDoesNotTakeIsLeftAndCounted() {
        jatim.knows(bali, new PeerPolicy(Direction.SEND, Direction.NONE));

        ParcelTaken taken = atJatim.took(atBali.parcelFor(jatim));

        assertThat(taken.left()).isEqualTo(4);
        assertThat(taken.leftOut())
                .extracting(ParcelTaken.LeftOut::why)
                .containsOnly(Problem.of("", "parcel-left-unwanted"));
        assertThat(jatim.log.heads().byStream()).isEmpty();
    }

    @Test
    void whoTakesPartInARoomMayStandInTheSameParcel() {
        TestHub.link(bali, panrb);
        TestHub.link(jatim, panrb);
        String room = "panrb.k3v9x2m7q4hd8f0c";
        rooms.put(room, Set.of(bali.id, panrb.id, jatim.id));
        panrb.write("room/" + room, "dibuka");
        bali.write("room/" + room, "halo");
        atPanrb.took(atBali.parcelFor(panrb));
        byte[] parcel = atPanrb.parcelFor(jatim);
        rooms.remove(room);
        atJatim.projected = () -> {
            if (jatim.held(panrb, "room/" + room) > 0) {
                rooms.put(room, Set.of(bali.id, panrb.id, jatim.id));
            }
        };

        atJatim.took(parcel);

        assertThat(jatim.held(bali, "room/" + room)).isEqualTo(1);
    }

    @Test
    @DisplayName("S1: a parcel with any byte changed brings only what is right, and says where it broke")
    void aChangedByteIsNoticed() {
        byte[] parcel = atBali.parcelFor(jatim);
        for (int at = 0; at < parcel.length; at++) {
            byte[] changed = parcel.clone();
            changed[at] ^= 0x10;
            TestHub receiver = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
            receiver.knows(bali);

            Outcome<ParcelTaken> outcome = new Courier(receiver).takes(changed);

            if (outcome instanceof Outcome.Done<ParcelTaken> done) {
                assertThat(done.value().stopped()).as("byte %d", at).isNotNull();
            }
            assertThat(isBeginningOf(receiver, bali)).as("byte %d", at).isTrue();
        }
    }

    @Test
    @DisplayName("a parcel cut anywhere brings what was whole before; taken in again whole, the rest")
    void aCutParcelBringsWhatIsThere() {
        byte[] parcel = atBali.parcelFor(jatim);
        for (int length = 0; length < parcel.length; length++) {
            Outcome<ParcelTaken> outcome = atJatim.takes(Arrays.copyOf(parcel, length));

            switch (outcome) {
                case Outcome.Refused<ParcelTaken> refused ->
                    assertThat(refused.problems().getFirst().reason()).isIn("parcel-none", "parcel-cut");
                case Outcome.Done<ParcelTaken> done ->
                    assertThat(done.value().stopped())
                            .as("the first %d bytes", length)
                            .extracting(Problem::reason)
                            .isEqualTo("parcel-cut");
            }
            assertThat(isBeginningOf(jatim, bali)).isTrue();
        }
        assertThat(atJatim.took(parcel).stopped()).isNull();
        assertThat(jatim.log.heads()).isEqualTo(bali.log.heads());
    }

    @Test
    void whatFollowsTheEndIsRefusedAndWhatWasBeforeStays() {
        byte[] parcel = Bytes.joined(atBali.parcelFor(jatim), new byte[] {0});

        ParcelTaken taken = atJatim.took(parcel);

        assertThat(taken.stopped()).extracting(Problem::reason).isEqualTo("parcel-malformed");
        assertThat(taken.entries()).isEqualTo(4);
    }

    @Test
    void whatIsNoParcelIsRefused() {
        assertThat(atJatim.refuses(new byte[0])).isEqualTo("parcel-none");
        assertThat(atJatim.refuses("judul,wilayah\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("parcel-none");
    }

    @Test
    @DisplayName("C10: a parcel of a later format is refused, both versions named")
    void aLaterFormatIsRefused() {
        byte[] parcel = atBali.parcelFor(jatim);
        parcel[8] = 2;

        assertThat(atJatim.takes(parcel)).isEqualTo(Outcome.refused(Outcome.Why.INVALID, "", "parcel-version", 2, 1));
    }

    @Test
    void strangersAndClosedLinksAreRefused() {
        TestHub.link(bali, panrb);
        byte[] forAnybody = atBali.parcelFor(null);
        TestHub stranger = new TestHub("maluku", rooms, Clock.systemUTC(), 9);
        TestHub namesake = new TestHub("bali", rooms, Clock.systemUTC(), 77);
        namesake.write("public", "palsu");

        assertThat(new Courier(stranger).refuses(forAnybody)).isEqualTo("parcel-unknown-hub");
        assertThat(atJatim.refuses(new Courier(namesake).parcelFor(null)))
                .as("the same name with the key of another network")
                .isEqualTo("peer-other-key");
        assertThat(atBali.refuses(forAnybody)).isEqualTo("parcel-own");
        jatim.peers.move(bali.id, Peer.State.BLOCKED, atJatim.coordinator).orThrow();
        assertThat(atJatim.refuses(forAnybody)).isEqualTo("parcel-closed");
        jatim.peers.move(bali.id, Peer.State.PAUSED, atJatim.coordinator).orThrow();
        assertThat(atJatim.refuses(forAnybody)).isEqualTo("parcel-closed");
        assertThat(jatim.log.heads().byStream()).isEmpty();
    }

    @Test
    @DisplayName("X4: nothing of a blocked hub is in a parcel, and none is made for it")
    void nothingOfABlockedHubIsInAParcel() {
        TestHub.link(bali, panrb);
        TestHub.link(jatim, panrb);
        panrb.write("public", "dari panrb");
        atBali.took(atPanrb.parcelFor(bali));
        bali.peers.move(panrb.id, Peer.State.BLOCKED, atBali.coordinator).orThrow();

        atJatim.took(atBali.parcelFor(jatim));
        atJatim.took(atBali.parcelFor(null));

        assertThat(jatim.held(panrb, "public")).isZero();
        assertThat(atBali.parcels().mayMake(new ParcelOrder(panrb.id, false, 0), atBali.coordinator))
                .isEqualTo(Outcome.refused(Outcome.Why.CONFLICT, "for", "parcel-for-closed", "panrb"));
        assertThat(atBali.parcels().mayMake(new ParcelOrder(new HubId("maluku"), false, 0), atBali.coordinator))
                .isEqualTo(Outcome.refused(Outcome.Why.NOT_FOUND, "for", "parcel-for-unknown", "maluku"));
    }

    @Test
    @DisplayName("S6: a head signed for another purpose is refused")
    void aSignatureForAnotherPurposeIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] domain = "jipp.entry.1\n".getBytes(StandardCharsets.US_ASCII);
        ParcelWriter writer = new ParcelWriter(out, new Signer() {
            @Override
            public HubId hub() {
                return bali.id;
            }

            @Override
            public byte[] publicKey() {
                return bali.identity.publicKey();
            }

            @Override
            public byte[] sign(byte[] bytes) {
                byte[] content = Arrays.copyOfRange(bytes, ParcelRecord.HEAD_DOMAIN.length, bytes.length);
                return bali.identity.sign(Bytes.joined(domain, content));
            }
        });
        writer.head(new ParcelHead(
                bali.id, bali.identity.publicKey(), Instant.EPOCH, jatim.id, "", "Bali", "", new TreeMap<>()));

        assertThat(atJatim.refuses(out.toByteArray())).isEqualTo("parcel-signature");
    }

    @Test
    @DisplayName("F1: a fork found in a parcel freezes the stream, and a parcel carries the proof on")
    void aForkInAParcelFreezes() {
        TestHub.link(jatim, panrb);
        TestHub.link(bali, panrb);
        var twin = bali.backup();
        atJatim.took(atBali.parcelFor(jatim));
        bali.write("public", "empat");
        atJatim.took(atBali.parcelFor(jatim));
        atPanrb.took(atBali.parcelFor(panrb));
        atBali.log = twin;
        twin.append(StreamName.PUBLIC, List.of(new NewEntry("test.said", 1, new byte[] {4})));

        ParcelTaken taken = atJatim.took(atBali.everythingFor(jatim));
        atPanrb.took(atJatim.parcelFor(panrb));

        assertThat(taken.leftOut())
                .contains(new ParcelTaken.LeftOut(bali.stream("public"), Problem.of("", "parcel-left-forked", 4)));
        assertThat(jatim.log.forks()).extracting(fork -> fork.seq()).containsExactly(4L);
        assertThat(panrb.log.forks()).extracting(fork -> fork.seq()).containsExactly(4L);
        assertThat(atJatim.took(atBali.everythingFor(jatim)).changedNothing()).isTrue();
    }

    @Test
    @DisplayName(
            "C8: a hub put back from a backup gets its tail from a parcel made since, and only then counts as whole")
    void aRestoredHubGetsItsTailBack() {
        var backup = bali.backup();
        byte[] before = atJatim.parcelFor(bali);
        bali.write("public", "empat", "lima");
        atJatim.took(atBali.parcelFor(jatim));
        Told restored = new Told(backup);
        atBali.log = restored.log();
        atBali.since = Instant.now(atBali.hub.clock).plusSeconds(1);

        atBali.took(before);
        atBali.took(atJatim.parcelFor(null));
        atBali.took(atJatim.parcelFor(bali));
        assertThat(restored.times)
                .as("of parcels made before the start, or for anybody")
                .isZero();

        Courier jatimLater = new Courier(new TestHub("jatim", rooms, later(), 2));
        jatimLater.log = jatim.log;
        jatimLater.hub.knows(bali);
        ParcelTaken taken = atBali.took(jatimLater.parcelFor(bali));

        assertThat(backup.head(bali.stream("public"))).isEqualTo(bali.log.head(bali.stream("public")));
        assertThat(taken.stopped()).isNull();
        assertThat(restored.times).isEqualTo(1);
    }

    @Test
    @DisplayName("C8: a parcel that tells of more than it brings does not make the hub whole")
    void aParcelThatTellsOfMoreThanItBringsDoesNotOpen() {
        var backup = bali.backup();
        bali.write("public", "empat", "lima");
        atJatim.took(atBali.parcelFor(jatim));
        byte[] whole = atJatim.everythingFor(bali);
        Told restored = new Told(backup);
        atBali.log = restored.log();

        ParcelTaken cut = atBali.took(Arrays.copyOf(whole, whole.length / 2));

        assertThat(cut.stopped()).isNotNull();
        assertThat(restored.times).isZero();
        atBali.took(whole);
        assertThat(restored.times).isEqualTo(1);
    }

    /** Counts how often a log was told that its own streams are whole. */
    private static final class Told {
        private final HubLog counted;
        private int times;

        Told(HubLog log) {
            counted = (HubLog) Proxy.newProxyInstance(
                    HubLog.class.getClassLoader(), new Class<?>[] {HubLog.class}, (proxy, method, args) -> {
                        if (method.getName().equals("ownStreamsAreWhole")) {
                            times++;
                            return null;
                        }
                        return method.invoke(log, args);
                    });
        }

        HubLog log() {
            return counted;
        }
    }

    @Test
    void twoHubsWithoutALineLinkByParcelsWhereOneAsks() {
        TestHub maluku = new TestHub("maluku", rooms, Clock.systemUTC(), 9);
        Courier atMaluku = new Courier(maluku);
        String code = bali.peers.invite(atBali.coordinator).orThrow();
        maluku.peers.take(code, PeerPolicy.OPEN, atMaluku.coordinator).orThrow();

        byte[] asking = atMaluku.parcelFor(bali);
        ParcelTaken asked = atBali.took(asking);
        assertThat(asked.link()).isEqualTo(ParcelTaken.Link.ASKING);
        assertThat(atBali.parcels().mayMake(new ParcelOrder(maluku.id, false, 0), atBali.coordinator))
                .isInstanceOf(Outcome.Refused.class);

        bali.peers.accept(maluku.id, PeerPolicy.OPEN, atBali.coordinator).orThrow();
        ParcelTaken answer = atMaluku.took(atBali.parcelFor(maluku));

        assertThat(answer.link()).isEqualTo(ParcelTaken.Link.LINKED_NOW);
        assertThat(answer.entries()).isEqualTo(3);
        assertThat(atBali.took(asking).link()).isEqualTo(ParcelTaken.Link.LINKED);
    }

    @Test
    void twoHubsThatTookEachOthersCodeAreLinkedByTheFirstParcel() {
        TestHub maluku = new TestHub("maluku", rooms, Clock.systemUTC(), 9);
        Courier atMaluku = new Courier(maluku);
        maluku.peers.take(bali.peers.invite(atBali.coordinator).orThrow(), PeerPolicy.OPEN, atMaluku.coordinator);
        bali.peers.take(maluku.peers.invite(atMaluku.coordinator).orThrow(), PeerPolicy.OPEN, atBali.coordinator);

        assertThat(atBali.took(atMaluku.parcelFor(bali)).link()).isEqualTo(ParcelTaken.Link.LINKED_NOW);
        ParcelTaken back = atMaluku.took(atBali.parcelFor(maluku));

        assertThat(back.link()).isEqualTo(ParcelTaken.Link.LINKED_NOW);
        assertThat(maluku.held(bali, "public")).isEqualTo(3);
    }

    @Test
    void anInvitationThatWasUsedByAnotherIsRefused() {
        TestHub maluku = new TestHub("maluku", rooms, Clock.systemUTC(), 9);
        TestHub papua = new TestHub("papua", rooms, Clock.systemUTC(), 10);
        String code = bali.peers.invite(atBali.coordinator).orThrow();
        Courier atMaluku = new Courier(maluku);
        Courier atPapua = new Courier(papua);
        maluku.peers.take(code, PeerPolicy.OPEN, atMaluku.coordinator).orThrow();
        papua.peers.take(code, PeerPolicy.OPEN, atPapua.coordinator).orThrow();
        atBali.took(atMaluku.parcelFor(bali));

        assertThat(atBali.refuses(atPapua.parcelFor(bali))).isEqualTo("invitation-used");
        assertThat(bali.peers.find(papua.id)).isEmpty();
    }

    @Test
    void onlyCoordinatorsAndAdminsHandleParcels() throws IOException {
        Person staff = new Person(new PersonId(bali.id, "staf"), "Wayan", "", Set.of(Role.STAFF));

        assertThat(atBali.parcels().mayMake(new ParcelOrder(null, false, 0), staff))
                .isEqualTo(Outcome.refused(Outcome.Why.FORBIDDEN, "", "forbidden"));
        assertThat(atBali.parcels().take(new ByteArrayInputStream(new byte[0]), staff, ParcelProgress.UNHEARD))
                .isEqualTo(Outcome.refused(Outcome.Why.FORBIDDEN, "", "forbidden"));
    }

    @Test
    void aParcelOnDiskIsThereOnlyOnceItIsWhole(@TempDir Path disk) throws IOException {
        Path place = disk.resolve("bali.jipp");
        ParcelOrder order = new ParcelOrder(jatim.id, false, 0);

        assertThatThrownBy(() -> ParcelFile.write(place, out -> {
                    atBali.parcels().make(order, atBali.coordinator, broken(out), ParcelProgress.UNHEARD);
                    throw new AssertionError("the disk was full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(disk).isEmptyDirectory();
        Files.writeString(disk.resolve("bali.jipp.part"), "of a run that was killed");
        atBali.parcels()
                .make(order, atBali.coordinator, place, ParcelProgress.UNHEARD)
                .orThrow();

        assertThat(disk.toFile().list()).containsExactly("bali.jipp");
        assertThat(atJatim.took(Files.readAllBytes(place)).entries()).isEqualTo(4);
    }

    @Test
    void aFileThatIsNoParcelIsNotWrittenOver(@TempDir Path disk) throws IOException {
        Path place = disk.resolve("anggaran.xlsx");
        Files.writeString(place, "penting");

        assertThat(atBali.parcels()
                        .make(new ParcelOrder(jatim.id, false, 0), atBali.coordinator, place, ParcelProgress.UNHEARD))
                .isEqualTo(Outcome.refused(Outcome.Why.CONFLICT, "file", "parcel-in-the-way", "anggaran.xlsx"));
        assertThat(place).hasContent("penting");
    }

    @Test
    void progressIsHeardAtEveryRecord() throws IOException {
        List<Long> read = new ArrayList<>();
        byte[] parcel = atBali.parcelFor(jatim);

        atJatim.parcels()
                .take(new ByteArrayInputStream(parcel), atJatim.coordinator, (bytes, entries) -> read.add(bytes));

        assertThat(read).hasSizeGreaterThan(2).isSorted().endsWith((long) parcel.length);
    }

    private static OutputStream broken(OutputStream out) {
        return new OutputStream() {
            private int left = 400;

            @Override
            public void write(int one) throws IOException {
                if (--left < 0) {
                    throw new IOException("No space left on device");
                }
                out.write(one);
            }
        };
    }

    private static Clock later() {
        return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
    }

    /** Whether all that one holds of the other's streams is what the other wrote, from the first on. */
    private static boolean isBeginningOf(TestHub receiver, TestHub author) {
        for (StreamId stream : receiver.log.heads().byStream().keySet()) {
            List<Entry> held = receiver.log.read(stream, 0, 1_000, Integer.MAX_VALUE);
            List<Entry> written = author.log.read(stream, 0, 1_000, Integer.MAX_VALUE);
            for (int i = 0; i < held.size(); i++) {
                if (!held.get(i).hash().equals(written.get(i).hash())) {
                    return false;
                }
            }
        }
        return true;
    }
}
