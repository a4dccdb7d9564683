package id.jipp.core.room;

import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.projection.Projections;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the rooms of this hub. */
@Configuration
class RoomsConfiguration {
    @Bean
    Rooms rooms(
            HubSettings settings,
            HubLog log,
            Documents.Store store,
            Projections projections,
            PeerHeads peerHeads,
            Clock clock) {
        return Rooms.of(settings.hub(), log, store, projections, peerHeads, clock, System::nanoTime);
    }

    @Bean
    Glimpses glimpses(Rooms rooms) {
        return rooms.glimpses();
    }

    @Bean
    RoomMembership roomMembership(Rooms rooms) {
        return rooms.membership();
    }
}
