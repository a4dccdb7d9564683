package id.jipp.ui.health;

import id.jipp.core.foundation.Foundations;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Two parts of {@code /actuator/health}. {@code log} belongs to readiness: it comes back by itself. {@code store} belongs
 * to liveness too: it comes back only by a new start, which {@link StartAgain} makes where the disk takes writes again.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    HealthIndicator logHealthIndicator(Foundations foundations) {
        return () -> health(foundations.logTrouble(), foundations.logNotes());
    }

    @Bean
    HealthIndicator storeHealthIndicator(Foundations foundations) {
        return () -> health(foundations.storeTrouble(), foundations.storeNotes());
    }

    @Bean
    StartAgain startAgain(Foundations foundations, ApplicationEventPublisher events) {
        return new StartAgain(foundations::wantsStartAgain, events);
    }

    static Health health(Optional<String> trouble, List<String> notes) {
        Health.Builder health = trouble.isPresent() ? Health.down().withDetail("reason", trouble.get()) : Health.up();
        return notes.isEmpty()
                ? health.build()
                : health.withDetail("notes", notes).build();
    }
}
