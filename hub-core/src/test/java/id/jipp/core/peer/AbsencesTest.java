package id.jipp.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.core.store.MongoStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made up for after a time without contact. */
class AbsencesTest {
    private static final HubId JATIM = new HubId("jatim");
    private static final HubId MALUKU = new HubId("maluku");
    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private MongoStore store;
    private Absences absences;

    @BeforeEach
    void open() {
        store = MongoStore.embedded(folder);
        absences = new Absences(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        close();
        open();
    }

    @Test
    void anAbsenceTellsSinceWhenAndWhatCameAndWentByAuthor() {
        absences.back(JATIM, MORNING);
        absences.cut(JATIM, List.of(records(JATIM, 7, 0)), minute(5));

        absences.back(JATIM, minute(65));
        absences.same(JATIM, List.of(records(JATIM, 12, 4), messages(MALUKU, 30, 0)));

        assertThat(absences.of(JATIM))
                .containsExactly(new Absence(
                        minute(5), minute(65), true, List.of(messages(MALUKU, 30, 0), records(JATIM, 12, 4))));
    }

    @Test
    void theFirstContactAndAShortCutAreNoAbsence() {
        absences.back(JATIM, MORNING);
        absences.cut(JATIM, List.of(), minute(5));
        absences.back(JATIM, minute(5).plusSeconds(59));

        assertThat(absences.of(JATIM)).isEmpty();
        assertThat(absences.isCatchingUp(JATIM)).isFalse();
    }

    @Test
    void aLineThatBreaksWhileCatchingUpContinuesTheSameAbsence() {
        absences.back(JATIM, MORNING);
        absences.back(JATIM, minute(60));
        absences.cut(JATIM, List.of(records(JATIM, 10, 0)), minute(61));
        restart();
        assertThat(absences.isCatchingUp(JATIM)).isTrue();

        absences.back(JATIM, minute(90));
        absences.same(JATIM, List.of(records(JATIM, 5, 1)));

        assertThat(absences.of(JATIM))
                .containsExactly(new Absence(MORNING, minute(90), true, List.of(records(JATIM, 15, 1))));
    }

    @Test
    void itOutlastsAStartAndSoDoesTheTimeThisHubItselfWasOff() {
        absences.back(JATIM, MORNING);
        absences.heard(JATIM, minute(10));
        restart();

        assertThat(absences.lastContact(JATIM)).contains(minute(10));
        absences.back(JATIM, minute(300));
        absences.same(JATIM, List.of());
        restart();

        assertThat(absences.of(JATIM)).containsExactly(new Absence(minute(10), minute(300), true, List.of()));
        assertThat(absences.lastContact(MALUKU)).isEmpty();
    }

    @Test
    void onlyTheLastOnesAreKept() {
        for (int hour = 0; hour < 30; hour++) {
            absences.back(JATIM, minute(60L * hour));
            absences.same(JATIM, List.of());
        }

        assertThat(absences.of(JATIM)).hasSize(Absences.KEPT);
        assertThat(absences.of(JATIM).getFirst().until()).isEqualTo(minute(60 * 29));
    }

    private static Instant minute(long minutes) {
        return MORNING.plusSeconds(60 * minutes);
    }

    private static Passed records(HubId author, long came, long went) {
        return new Passed(author, Passed.Kind.RECORDS, came, went);
    }

    private static Passed messages(HubId author, long came, long went) {
        return new Passed(author, Passed.Kind.MESSAGES, came, went);
    }
}
