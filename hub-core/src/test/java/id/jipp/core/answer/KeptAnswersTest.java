package id.jipp.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.store.Documents;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.core.store.MongoStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final Documents.Store store = new InMemoryDocuments.Store();

    @Test
    void anAnswerIsKeptForADayAndNotLonger() {
        KeptAnswer answer = answer("satu", "bali:staf", "{}");
        at(NOW).keep(answer);

        assertThat(at(NOW.plus(KeptAnswers.KEPT)).find("satu")).contains(answer);
        assertThat(at(NOW.plus(KeptAnswers.KEPT).plusMillis(1)).find("satu")).isEmpty();
    }

    @Test
    void whatIsOverIsRemovedWithTheNext() {
        at(NOW).keep(answer("satu", "bali:staf", "{}"));
        at(NOW.plus(Duration.ofDays(2))).keep(answer("dua", "bali:staf2", "{}"));

        assertThat(store.kept("api_answers", KeptAnswer.class).find("satu")).isNull();
    }

    @Test
    @DisplayName("L7: who keeps too many loses their own oldest, not those of others")
    void oneCallerCannotPushOutAnother() {
        KeptAnswers answers = at(NOW);
        answers.keep(answer("lain", "bali:staf", "{}"));
        for (int i = 0; i <= KeptAnswers.PER_PERSON_MAX; i++) {
            answers.keep(answer("n" + i, "bali:koordinator", "{}"));
        }

        assertThat(answers.find("lain")).isPresent();
        assertThat(answers.find("n0")).isEmpty();
        assertThat(answers.find("n1")).isPresent();
    }

    @Test
    @DisplayName("L7: all answers together have a bound, also over a restart")
    void allTogetherHaveABound() {
        KeptAnswers answers = at(NOW);
        String heavy = "x".repeat(1 << 20);
        int fit = (int) (KeptAnswers.WEIGHT_MAX / answer("", "", heavy).weight());
        for (int i = 0; i < fit; i++) {
            answers.keep(answer("n" + i, "bali:p" + i, heavy));
        }
        KeptAnswers again = at(NOW);
        again.keep(answer("akhir", "bali:staf", heavy));

        long left = 0;
        for (int i = 0; i < fit; i++) {
            left += again.find("n" + i).isPresent() ? 1 : 0;
        }
        assertThat(left).isEqualTo(fit - 1);
        assertThat(again.find("akhir")).isPresent();
    }

    @Test
    @DisplayName("C1: what was kept is on disk when keep returns")
    void anAnswerSurvivesAKill(@TempDir Path folder) throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        KeptAnswer answer =
                new KeptAnswer("satu", "bali:staf", "r", 201, Map.of("ETag", "\"1\""), "{\"é\":1}", NOW.toEpochMilli());
        try (Documents.Store running = MongoStore.embedded(folder.resolve("store"))) {
            new KeptAnswers(running, clock(NOW)).keep(answer);
            Files.copy(folder.resolve("store/kept.mv"), copy.resolve("kept.mv"));
        }

        try (Documents.Store after = MongoStore.embedded(copy)) {
            assertThat(new KeptAnswers(after, clock(NOW)).find("satu")).contains(answer);
        }
    }

    private KeptAnswers at(Instant now) {
        return new KeptAnswers(store, clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static KeptAnswer answer(String id, String person, String body) {
        return new KeptAnswer(id, person, "r", 200, Map.of(), body, NOW.toEpochMilli());
    }
}
