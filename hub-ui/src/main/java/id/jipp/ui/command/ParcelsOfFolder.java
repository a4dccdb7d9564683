package id.jipp.ui.command;

import id.jipp.core.log.HubId;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import id.jipp.core.material.FilesAtRest;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.room.Rooms;
import id.jipp.sync.parcel.ParcelHome;
import id.jipp.sync.parcel.ParcelMade;
import id.jipp.sync.parcel.ParcelOrder;
import id.jipp.sync.parcel.ParcelTaken;
import id.jipp.sync.parcel.Parcels;
import id.jipp.ui.component.ParcelWords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The parcels of a stopped hub, made and taken in by whoever may read its folder. */
final class ParcelsOfFolder implements ParcelCommand.Hub {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final Duration PROJECTED_WITHIN = Duration.ofMinutes(5);

    private final StoppedHub hub;
    private final Blobs blobs;
    private final Projections projections;
    private final Parcels parcels;
    private final Person operator;
    private final ParcelWords words;
    private final Terminal terminal;

    private ParcelsOfFolder(StoppedHub hub, Blobs blobs, Terminal terminal) throws IOException {
        Clock clock = Clock.systemUTC();
        this.hub = hub;
        this.blobs = blobs;
        this.terminal = terminal;
        this.words = new ParcelWords(terminal.texts());
        this.operator = new Person(new PersonId(hub.identity().hub(), "operator"), "Operator", "", Set.of(Role.ADMIN));
        this.projections = new Projections(hub.log());
        PeerHeads heads = new PeerHeads(hub.store());
        Rooms rooms =
                Rooms.of(hub.identity().hub(), hub.log(), hub.store(), projections, heads, clock, System::nanoTime);
        Audience audience = Audience.of(hub.identity().hub(), hub.peers(), rooms.membership());
        FileExchange files = FilesAtRest.exchange(
                hub.identity().hub(),
                hub.folder(),
                hub.log(),
                projections,
                hub.store(),
                blobs,
                hub.peers(),
                audience,
                clock);
        this.parcels = new Parcels(new ParcelHome(
                hub.identity(),
                hub.log(),
                hub.peers(),
                audience,
                heads,
                new ParcelHome.FilesHere(blobs, files),
                this::project,
                peer -> false,
                clock,
                clock.instant()));
        project();
    }

    static ParcelsOfFolder open(Path folder, Terminal terminal) throws IOException {
        StoppedHub hub = StoppedHub.open(folder, System.getenv());
        try {
            return new ParcelsOfFolder(hub, FilesAtRest.blobsIn(folder), terminal);
        } catch (IOException | RuntimeException broken) {
            hub.close();
            throw broken;
        }
    }

    private void project() {
        projections.await(hub.log().last(), PROJECTED_WITHIN);
    }

    @Override
    public int export(ParcelOrder order, String files, Path file) throws IOException {
        return switch (parcels.make(order, operator, file, terminal.progress(0))) {
            case Outcome.Done<ParcelMade> done -> {
                terminal.say(words.made(done.value(), this::name, terminal.locale()));
                yield 0;
            }
            case Outcome.Refused<ParcelMade> refused -> {
                terminal.refused(refused);
                yield 1;
            }
        };
    }

    @Override
    public int take(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return switch (parcels.take(in, operator, terminal.progress(Files.size(file)))) {
                case Outcome.Done<ParcelTaken> done -> {
                    terminal.say(words.taken(done.value(), this::name, terminal.locale()));
                    yield done.value().stopped() == null ? 0 : 1;
                }
                case Outcome.Refused<ParcelTaken> refused -> {
                    terminal.refused(refused);
                    yield 1;
                }
            };
        }
    }

    private String name(HubId other) {
        return hub.peers().find(other).map(Peer::name).orElse(other.value());
    }

    @Override
    public void close() {
        try (hub;
                blobs) {
            projections.close();
        }
    }
}
