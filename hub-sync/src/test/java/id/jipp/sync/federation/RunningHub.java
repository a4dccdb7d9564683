package id.jipp.sync.federation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import id.jipp.core.material.InMemoryBlobs;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.session.SessionLimits;
import id.jipp.sync.session.TestExchange;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

/** A hub with its real socket on a port of its own; its log and documents live in memory and outlast a restart. */
final class RunningHub implements AutoCloseable {
    final HubId id;
    final int port;
    final HubIdentity identity;
    final TestExchange exchange = new TestExchange();
    private final Blobs blobs;
    private final Map<String, Set<HubId>> rooms;
    private final Documents.Store store = new InMemoryDocuments.Store();
    private final SessionLimits limits;
    private ConfigurableApplicationContext context;
    private InMemoryHubLog log;
    /** What shows rooms before their history; by itself it shows nothing. */
    volatile Glimpses glimpses = Glimpses.NONE;

    private volatile Duration ahead = Duration.ZERO;

    /** Goes as time does, but may be put on. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    };

    RunningHub(String name, Map<String, Set<HubId>> rooms, SessionLimits limits) {
        this(name, rooms, limits, identity(name), new InMemoryBlobs());
    }

    RunningHub(String name, Map<String, Set<HubId>> rooms, SessionLimits limits, Blobs blobs) {
        this(name, rooms, limits, identity(name), blobs);
    }

    RunningHub(String name, Map<String, Set<HubId>> rooms, SessionLimits limits, HubIdentity identity, Blobs blobs) {
        this.blobs = blobs;
        this.id = new HubId(name);
        this.rooms = rooms;
        this.limits = limits;
        this.port = freePort();
        this.identity = identity;
        start();
    }

    private static HubIdentity identity(String name) {
        byte[] seed = new byte[32];
        new Random(name.hashCode()).nextBytes(seed);
        return HubIdentity.ofSeed(new HubId(name), seed);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    @Configuration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {"id.jipp.sync", "id.jipp.core.peer"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*RunningHub.*"))
    static class App {}

    void start() {
        SpringApplication application = new SpringApplication(App.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(fresh -> {
            GenericApplicationContext beans = (GenericApplicationContext) fresh;
            HubSettings settings = new HubSettings(
                    id, "Hub " + id, AreaCode.NATIONAL, Path.of("none"), URI.create("http://127.0.0.1:" + port), null);
            beans.registerBean(HubSettings.class, () -> settings);
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(HubIdentity.class, () -> identity);
            beans.registerBean(Documents.Store.class, () -> store);
            beans.registerBean(SessionLimits.class, () -> limits);
            beans.registerBean(Blobs.class, () -> blobs, d -> d.setDestroyMethodName(null));
            beans.registerBean(FileExchange.class, () -> exchange);
            beans.registerBean(Projections.class, () -> new Projections(beans.getBean(HubLog.class)));
            beans.registerBean(HubLog.class, () -> log(beans.getBean(Peers.class)), d -> d.setDestroyMethodName(null));
            beans.registerBean(Glimpses.class, this::glimpses);
            beans.registerBean(RoomMembership.class, () -> new RoomMembership() {
                @Override
                public boolean takesPart(String roomId, HubId hub) {
                    return rooms.getOrDefault(roomId, Set.of()).contains(hub);
                }

                @Override
                public boolean knows(String roomId) {
                    return rooms.containsKey(roomId);
                }
            });
        });
        context = application.run(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--jipp.peers.private=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN",
                "--spring.jmx.enabled=false");
    }

    private Glimpses glimpses() {
        return new Glimpses() {
            @Override
            public void see(EntryRange newest) {
                glimpses.see(newest);
            }

            @Override
            public void forget(StreamId stream) {
                glimpses.forget(stream);
            }
        };
    }

    private HubLog log(Peers peers) {
        log = log == null
                ? new InMemoryHubLog(identity, peers, Clock.systemUTC(), new Random(1))
                : InMemoryHubLog.restored(log, identity, peers, Clock.systemUTC(), new Random());
        return log;
    }

    /** Puts this hub's clock on. */
    void later(Duration by) {
        ahead = ahead.plus(by);
    }

    Instant now() {
        return clock.instant();
    }

    void stop() {
        context.close();
    }

    @Override
    public void close() {
        if (context.isActive()) {
            context.close();
        }
    }

    Federation federation() {
        return context.getBean(Federation.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Peers peers() {
        return context.getBean(Peers.class);
    }

    InMemoryHubLog log() {
        return log;
    }

    PeerStatus with(RunningHub other) {
        return federation().status(other.id).orElseThrow();
    }

    boolean isIdenticalTo(RunningHub other) {
        return Boolean.TRUE.equals(
                federation().status(other.id).map(PeerStatus::identical).orElse(null));
    }

    void write(String stream, String content) {
        log.append(
                new StreamName(stream),
                java.util.List.of(new NewEntry("test.said", 1, content.getBytes(StandardCharsets.UTF_8))));
    }

    long holds(RunningHub author, String stream) {
        return log.head(new StreamId(author.id, new StreamName(stream))).seq();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + port + "/hub/sync");
    }

    /** Knows the other as linked; with its address, or only by its key. */
    void knows(RunningHub other, boolean address) {
        knows(other, address ? other.address() : null, PeerPolicy.OPEN);
    }

    /** Knows the other as linked, at that address. */
    void knows(RunningHub other, @Nullable URI address) {
        knows(other, address, PeerPolicy.OPEN);
    }

    void knows(RunningHub other, @Nullable URI address, PeerPolicy policy) {
        peers().link(new Peer(
                other.id, "Hub " + other.id, other.identity.publicKey(), address, policy, Peer.State.LINKED, ""));
    }

    Person coordinator() {
        return new Person(new PersonId(id, "koordinator"), "Ni Luh", "Biro Organisasi", Set.of(Role.COORDINATOR));
    }
}
