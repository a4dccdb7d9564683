package id.jipp.ui;

import id.jipp.core.settings.HubSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the rest is built from: this hub's settings and the clock. */
@Configuration
class SettingsConfiguration {
    @Bean
    HubSettings hubSettings(Environment environment) {
        return HubSettings.read(environment::getProperty, environment.getProperty("server.port", Integer.class, 8100));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
