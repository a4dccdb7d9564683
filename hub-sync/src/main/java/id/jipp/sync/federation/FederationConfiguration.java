package id.jipp.sync.federation;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubLog;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import id.jipp.core.peer.Absences;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.peer.RoomMembership;
import id.jipp.sync.session.Home;
import id.jipp.sync.session.SessionLimits;
import id.jipp.sync.session.SharedFiles;
import id.jipp.sync.session.Sources;
import id.jipp.sync.transport.Dialler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FederationConfiguration {
    @Bean(destroyMethod = "stop")
    Federation federation(
            HubIdentity identity,
            HubLog log,
            Peers peers,
            Audience audience,
            PeerHeads heads,
            Absences absences,
            ObjectProvider<RoomMembership> rooms,
            SharedFiles files,
            ObjectProvider<Glimpses> glimpses,
            Clock clock,
            ObjectProvider<SessionLimits> limits,
            ObjectProvider<MeterRegistry> meters) {
        Home home = new Home(
                identity,
                log,
                peers,
                audience,
                heads,
                new Sources(),
                files,
                glimpses.getIfAvailable(() -> Glimpses.NONE),
                limits.getIfAvailable(() -> SessionLimits.STANDARD));
        Federation federation = new Federation(
                home,
                absences,
                clock,
                () -> System.nanoTime() / 1_000_000,
                new Dialler(peers.privateAddressesAllowed()),
                hint -> rooms.stream()
                        .findFirst()
                        .map(membership -> membership.onChange(hint))
                        .orElse(() -> {}));
        meters.ifAvailable(registry -> new FederationMeters(federation).bindTo(registry));
        return federation;
    }

    @Bean
    SharedFiles sharedFiles(Blobs blobs, ObjectProvider<FileExchange> exchange) {
        return new SharedFiles(blobs, exchange.getIfAvailable(() -> FileExchange.NOTHING));
    }

    @Bean
    Ephemerals ephemerals(Federation federation) {
        return federation.ephemerals();
    }

    @Bean
    SmartLifecycle federationLifecycle(Federation federation) {
        return new Lifecycle(federation);
    }

    /** Starts when the web server answers, stops before it does. */
    private static final class Lifecycle implements SmartLifecycle {
        private final Federation federation;
        private volatile boolean running;

        Lifecycle(Federation federation) {
            this.federation = federation;
        }

        @Override
        public void start() {
            federation.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            federation.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MAX_VALUE - 100;
        }
    }
}
