package id.jipp.core.area;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The areas, for whoever asks. */
@Configuration
class AreaConfiguration {
    @Bean
    Areas areas() {
        return Areas.official();
    }
}
