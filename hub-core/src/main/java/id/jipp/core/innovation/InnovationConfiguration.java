package id.jipp.core.innovation;

import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Peers;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the innovations of this hub. */
@Configuration(proxyBeanMethods = false)
class InnovationConfiguration {
    @Bean(destroyMethod = "close")
    SearchIndex innovationIndex(HubSettings settings) {
        return SearchIndex.in(settings.data().resolve("search").resolve("innovations"));
    }

    @Bean
    Innovations innovations(
            HubSettings settings,
            HubLog log,
            Projections projections,
            Documents.Store store,
            SearchIndex innovationIndex,
            Peers peers,
            Clock clock) {
        return Innovations.open(settings, log, projections, store, innovationIndex, peers, clock);
    }

    @Bean
    Changes changes(Innovations innovations, Documents.Store store, Clock clock) {
        return new Changes(innovations, store, clock);
    }

    @Bean
    Imports imports(Innovations innovations, Documents.Store store, Clock clock) {
        return new Imports(innovations, store, clock);
    }
}
