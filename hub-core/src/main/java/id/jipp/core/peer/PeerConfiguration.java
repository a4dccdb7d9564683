package id.jipp.core.peer;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration
class PeerConfiguration {
    /** In the demo all hubs are on one machine; elsewhere an operator must say {@code jipp.peers.private=true}. */
    @Bean
    Peers peers(
            Documents.Store store, HubIdentity identity, HubSettings settings, Clock clock, Environment environment) {
        boolean privateAddresses = environment.acceptsProfiles(Profiles.of("demo"))
                || environment.getProperty("jipp.peers.private", Boolean.class, false);
        return new Peers(store, identity, settings, clock, privateAddresses);
    }

    @Bean
    PeerHeads peerHeads(Documents.Store store) {
        return new PeerHeads(store);
    }

    @Bean
    Absences absences(Documents.Store store) {
        return new Absences(store);
    }

    @Bean
    Audience audience(HubIdentity identity, Peers peers, ObjectProvider<RoomMembership> rooms) {
        return new LinkAudience(identity.hub(), peers, new LateMembership(rooms::getObject));
    }

    /** Rooms are made after the log, which is made after the peers. */
    private record LateMembership(Supplier<RoomMembership> rooms) implements RoomMembership {
        @Override
        public boolean takesPart(String roomId, HubId hub) {
            return rooms.get().takesPart(roomId, hub);
        }

        @Override
        public boolean knows(String roomId) {
            return rooms.get().knows(roomId);
        }
    }
}
