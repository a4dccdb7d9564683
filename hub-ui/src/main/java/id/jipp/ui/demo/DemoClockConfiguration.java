package id.jipp.ui.demo;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Where {@code jipp.demo.clock} names a file, a hub of the demo takes its time from there. */
@Configuration
@Profile("demo")
class DemoClockConfiguration {
    @Bean
    @Primary
    @ConditionalOnProperty("jipp.demo.clock")
    Clock demoClock(@Value("${jipp.demo.clock}") Path file) {
        return new DemoClock(file, Clock.systemUTC());
    }
}
