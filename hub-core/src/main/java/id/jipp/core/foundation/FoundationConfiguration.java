package id.jipp.core.foundation;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.GuardedHubLog;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.MongoHubLog;
import id.jipp.core.log.MvHubLog;
import id.jipp.core.log.Position;
import id.jipp.core.material.Blobs;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.projection.Projections;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import java.nio.file.Files;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What every room stands on. In the data folder: {@code identity/}, {@code log/} and {@code store/}; the last two are in
 * MongoDB instead where a URI is set.
 */
@Configuration
class FoundationConfiguration {
    @Bean
    HubIdentity hubIdentity(HubSettings settings) {
        boolean wasThere = Files.exists(settings.data().resolve("log").resolve("format"));
        return HubIdentity.in(settings.data().resolve("identity"), settings.hub(), wasThere);
    }

    @Bean(destroyMethod = "close")
    HubLog hubLog(HubSettings settings, HubIdentity identity, ObjectProvider<Peers> peers, Clock clock) {
        AuthorKeys keys = hub -> {
            if (hub.equals(identity.hub())) {
                return identity.publicKey();
            }
            Peers known = peers.getIfAvailable();
            return known == null ? null : known.keyOf(hub);
        };
        String uri = settings.mongoUri();
        HubLog log = uri != null
                ? MongoHubLog.open(uri, identity, keys, clock)
                : MvHubLog.open(settings.data().resolve("log"), identity, keys, clock);
        return new GuardedHubLog(
                log,
                identity.isNew() && log.last().equals(Position.START),
                () -> peers.stream()
                        .flatMap(known -> known.all().stream())
                        .filter(Peer::isLinked)
                        .map(Peer::hub)
                        .collect(Collectors.toSet()),
                GuardedHubLog.PATIENCE);
    }

    @Bean(destroyMethod = "close")
    Documents.Store documentsStore(HubSettings settings) {
        String uri = settings.mongoUri();
        return uri == null ? MongoStore.embedded(settings.data().resolve("store")) : MongoStore.at(uri);
    }

    @Bean(destroyMethod = "close")
    Projections projections(HubLog log) {
        return new Projections(log);
    }

    @Bean
    Foundations foundations(HubSettings settings, HubLog log, Documents.Store store, HubIdentity identity) {
        return new Foundations(log, store, DiskReserve.of(settings.data()), identity.hub());
    }

    @Bean
    HubVerifier hubVerifier(HubLog log, AuthorKeys keys, Documents.Store store, Blobs blobs, HubIdentity identity) {
        return new HubVerifier(log, keys, store, blobs, identity.hub());
    }
}
