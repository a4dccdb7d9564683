package id.jipp.core.log;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What others may ask of the log without reading it. */
@Configuration
class DigestConfiguration {
    @Bean
    Digests digests(HubLog log) {
        return new Digests(log);
    }
}
