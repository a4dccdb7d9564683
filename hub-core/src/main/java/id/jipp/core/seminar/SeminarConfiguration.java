package id.jipp.core.seminar;

import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Showings;
import id.jipp.core.projection.Projections;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the seminars of this hub. */
@Configuration(proxyBeanMethods = false)
class SeminarConfiguration {
    @Bean
    Seminars seminars(
            HubSettings settings,
            HubLog log,
            Projections projections,
            Documents.Store store,
            Showings showings,
            Clock clock) {
        return Seminars.open(settings.hub(), log, projections, store, showings, clock);
    }
}
