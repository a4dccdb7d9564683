package id.jipp.sync.parcel;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubLog;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.projection.Projections;
import id.jipp.sync.federation.Federation;
import id.jipp.sync.federation.PeerStatus;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ParcelConfiguration {
    /** How long a parcel waits for what it brought to show in who takes part in which room. */
    private static final Duration PROJECTED_WITHIN = Duration.ofSeconds(30);

    @Bean
    Parcels parcels(
            HubIdentity identity,
            HubLog log,
            Peers peers,
            Audience audience,
            PeerHeads heads,
            ObjectProvider<Blobs> blobs,
            ObjectProvider<FileExchange> exchange,
            Projections projections,
            Federation federation,
            Clock clock) {
        Blobs bytes = blobs.getIfAvailable();
        FileExchange who = exchange.getIfAvailable();
        return new Parcels(new ParcelHome(
                identity,
                log,
                peers,
                audience,
                heads,
                bytes == null || who == null ? null : new ParcelHome.FilesHere(bytes, who),
                () -> projections.await(log.last(), PROJECTED_WITHIN),
                hub -> federation
                        .status(hub)
                        .filter(status -> status.state() == PeerStatus.State.CONNECTED)
                        .isPresent(),
                clock,
                clock.instant()));
    }
}
