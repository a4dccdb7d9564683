package id.jipp.core.answer;

import id.jipp.core.store.Documents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the kept answers of this hub. */
@Configuration
class AnswerConfiguration {
    @Bean
    KeptAnswers keptAnswers(Documents.Store store, Clock clock) {
        return new KeptAnswers(store, clock);
    }
}
