package id.jipp.core.trust;

import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires erasures and new epochs. */
@Configuration(proxyBeanMethods = false)
class TrustConfiguration {
    @Bean
    Erasures erasures(
            HubSettings settings,
            HubLog log,
            Documents.Store store,
            Projections projections,
            Peers peers,
            Audience audience,
            PeerHeads heads) {
        return Erasures.open(settings.hub(), log, store, projections, peers, audience, heads);
    }

    @Bean(destroyMethod = "close")
    Sweep sweep(
            Erasures erasures, HubLog log, Documents.Store store, Projections projections, List<SearchIndex> indexes) {
        return new Sweep(
                erasures.projection(),
                log,
                store,
                projections,
                indexes,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("sweep").factory()));
    }

    @Bean
    NewEpochs newEpochs(HubSettings settings, HubLog log) {
        return new NewEpochs(settings.hub(), log);
    }
}
