package id.jipp.core.seminar;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.MaterialHub;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeminarsTest {
    private static final When NOVEMBER = new When.Minute(OffsetDateTime.parse("2023-11-02T09:00+08:00"));

    @TempDir
    Path folder;

    private MaterialHub bali;
    private MaterialHub jatim;

    @BeforeEach
    void open() {
        bali = new MaterialHub("bali", folder);
        jatim = new MaterialHub("jatim", folder);
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
    }

    @Test
    void aSeminarOfOneHubIsInTheListOfTheOtherWithTheHourOfItsPlace() {
        Seminar told = create(fields("Arah Pembinaan", NOVEMBER, null));

        jatim.syncFrom(bali);

        assertThat(jatim.seminars.find(told.id())).contains(told);
        assertThat(jatim.seminars.list(SeminarQuery.all(0, 20)).items()).containsExactly(told);
        assertThat(String.valueOf(told.fields().start())).isEqualTo("2023-11-02T09:00+08:00");
    }

    @Test
    void aChangeReplacesAllOfItAndOnlyAtTheRevisionItWasReadAt() {
        Seminar told = create(fields("Arah Pembinaan", NOVEMBER, null));
        Outcome<Seminar> changed = bali.seminars.change(told.id(), fields("Arah", NOVEMBER, null), 1, bali.coordinator);

        assertThat(changed.orThrow().revision()).isEqualTo(2);
        assertThat(bali.seminars.find(told.id()).orElseThrow().fields().title()).isEqualTo("Arah");
        assertThat(bali.seminars.change(told.id(), fields("Lain", NOVEMBER, null), 1, bali.coordinator))
                .isEqualTo(Outcome.refused(Why.CONFLICT, "", "conflict", 1, 2));
    }

    @Test
    void whatWasMadeUnderOneKeyIsMadeOnce() {
        SeminarId id = bali.seminars.newId();
        Seminar first = bali.seminars
                .create(id, fields("Arah", NOVEMBER, null), bali.coordinator)
                .orThrow();
        Seminar again = bali.seminars
                .create(id, fields("Arah", NOVEMBER, null), bali.coordinator)
                .orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(bali.log.heads().byStream().values().iterator().next().seq()).isEqualTo(1);
    }

    @Test
    void onlyACoordinatorOfItsOwnHubHoldsOrChangesOne() {
        Seminar told = create(fields("Arah", NOVEMBER, null));
        jatim.syncFrom(bali);

        assertThat(bali.seminars.create(bali.seminars.newId(), told.fields(), bali.staff))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "coordinator-only"));
        assertThat(bali.seminars.change(told.id(), told.fields(), 1, bali.staff))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "coordinator-only"));
        assertThat(bali.seminars.change(told.id(), told.fields(), 1, jatim.coordinator))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "coordinator-only"));
        assertThat(jatim.seminars.change(told.id(), told.fields(), 1, jatim.coordinator))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "other-hub", "bali"));
    }

    @Test
    @DisplayName("F6: what another hub signs about our seminar changes nothing")
    void anotherHubsWordAboutOurSeminarIsIgnored() {
        Seminar told = create(fields("Arah", NOVEMBER, null));
        SeminarEvent forged = new SeminarEvent(told.id().toString(), 2, StateV1.of(fields("Palsu", NOVEMBER, null)));
        jatim.log.append(StreamName.PUBLIC, List.of(forged.toEntry()));

        bali.syncFrom(jatim);
        jatim.settle();

        assertThat(bali.seminars.find(told.id())).contains(told);
        assertThat(jatim.seminars.find(told.id())).isEmpty();
        assertThat(bali.seminars.ignoredEntries()).isEqualTo(1);
    }

    @Test
    void theLatestComesFirstHoweverExactlyItIsKnown() {
        create(fields("Tahun", new When.InYear(2020), null));
        create(fields("Hari", new When.Day(LocalDate.of(2020, 10, 15)), null));
        create(fields("Jam", NOVEMBER, null));
        create(fields("Lama", new When.Day(LocalDate.of(2016, 10, 26)), new When.Day(LocalDate.of(2016, 10, 27))));

        assertThat(titles(new SeminarQuery("", null, null, 0, 20))).containsExactly("Jam", "Hari", "Tahun", "Lama");
        assertThat(titles(new SeminarQuery("", 2020, null, 0, 20))).containsExactly("Hari", "Tahun");
        assertThat(titles(new SeminarQuery("", null, null, 1, 3))).containsExactly("Lama");
        assertThat(bali.seminars.list(SeminarQuery.all(0, 1)).years().toString())
                .isEqualTo("{2023=1, 2020=2, 2016=1}");
    }

    @Test
    void everyWordIsLookedForAlsoAmongSpeakersAndByHub() {
        create(fields("Arah Pembinaan", NOVEMBER, null));
        jatim.syncFrom(bali);

        assertThat(jatim.seminars
                        .list(new SeminarQuery("natalisa PEMBINAAN", null, bali.hub, 0, 5))
                        .total())
                .isEqualTo(1);
        assertThat(jatim.seminars
                        .list(new SeminarQuery("natalisa klungkung", null, null, 0, 5))
                        .total())
                .isZero();
        assertThat(jatim.seminars
                        .list(new SeminarQuery("", null, jatim.hub, 0, 5))
                        .total())
                .isZero();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        SeminarFields wrong = new SeminarFields(
                " ",
                new When.Day(LocalDate.of(2023, 11, 2)),
                new When.Day(LocalDate.of(2023, 11, 1)),
                "x".repeat(201),
                "",
                "",
                "javascript:alert(1)",
                List.of(new Session("Pembukaan", null, null, List.of("Tidak Ada"))),
                List.of(new Speaker("A", "", ""), new Speaker("A", "", "")));

        Outcome<Seminar> refused = bali.seminars.create(bali.seminars.newId(), wrong, bali.coordinator);

        assertThat(((Outcome.Refused<Seminar>) refused).problems())
                .extracting(problem -> problem.field() + " " + problem.reason())
                .containsExactly(
                        "title required",
                        "end ends-before-it-begins",
                        "place too-long",
                        "sourceUrl not-a-link",
                        "speakers speaker-twice",
                        "sessions speaker-unknown");
    }

    @Test
    void aDayWithinAYearMayEndIt() {
        assertThat(bali.seminars.create(
                        bali.seminars.newId(),
                        fields("Forum", new When.Day(LocalDate.of(2020, 3, 1)), new When.InYear(2020)),
                        bali.coordinator))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anHourWithoutAZoneIsNoTime() {
        assertThat(When.parse("2023-11-02T09:00")).isEmpty();
        assertThat(When.parse("2023-13-02")).isEmpty();
        assertThat(When.parse("1066")).isEmpty();
        assertThat(When.parse("")).isEmpty();
        assertThat(When.parse("2023-11-02T09:00:00+08:00")).contains(NOVEMBER);
    }

    @Test
    void whatAnotherHubTellsIsCutToOurBoundsAndMadePlain() {
        StateV1 monstrous = new StateV1(
                "Judul\u202E terbalik" + "x".repeat(1_000),
                "2023",
                "2020",
                null,
                null,
                null,
                "javascript:alert(1)",
                null,
                null);
        jatim.log.append(StreamName.PUBLIC, List.of(new SeminarEvent("jatim.aaaaaaaaaaaa", 1, monstrous).toEntry()));
        jatim.settle();

        Seminar kept = jatim.seminars.list(SeminarQuery.all(0, 1)).items().getFirst();
        assertThat(kept.fields().title()).startsWith("Judul terbalik").hasSize(SeminarRules.TITLE_CHARS_MAX);
        assertThat(kept.fields().end()).isNull();
        assertThat(kept.fields().sourceUrl()).isEmpty();
    }

    @Test
    void whatIsNoSeminarIsPassedOnAndNotShown() {
        for (String content :
                List.of("", "[]", "{}", "{\"id\":\"jatim.aaaaaaaaaaaa\",\"revision\":1,\"seminar\":{}}")) {
            jatim.log.append(StreamName.PUBLIC, List.of(new NewEntry("seminar.told", 1, content.getBytes())));
        }
        jatim.settle();

        assertThat(jatim.seminars.list(SeminarQuery.all(0, 1)).total()).isZero();
        assertThat(jatim.seminars.ignoredEntries()).isEqualTo(4);
    }

    @Test
    @DisplayName("C6: the seminars made again from the log are those that were kept")
    void madeAgainFromTheLogTheyAreTheSame() {
        Seminar told = create(fields("Arah", NOVEMBER, null));
        bali.restartWithout("seminars_v1", "seminars_v1_checkpoint");
        assertThat(bali.seminars.find(told.id())).contains(told);
    }

    @Test
    void whoListensHearsOfAChange() {
        List<SeminarId> heard = new ArrayList<>();
        bali.seminars.onChange(heard::addAll);
        Seminar told = create(fields("Arah", NOVEMBER, null));
        bali.close();

        assertThat(heard).containsExactly(told.id());
    }

    @Test
    void whatWasToldIsThereAfterARestart() {
        Seminar told = create(fields("Arah", NOVEMBER, null));
        bali.restart();
        assertThat(bali.seminars.find(told.id())).contains(told);
    }

    private List<String> titles(SeminarQuery query) {
        return bali.seminars.list(query).items().stream()
                .map(seminar -> seminar.fields().title())
                .toList();
    }

    private Seminar create(SeminarFields fields) {
        return bali.seminars
                .create(bali.seminars.newId(), fields, bali.coordinator)
                .orThrow();
    }

    static SeminarFields fields(String title, When start, @Nullable When end) {
        return new SeminarFields(
                title,
                start,
                end,
                "Bali",
                "Kementerian PANRB",
                "Arah pembinaan inovasi",
                "https://menpan.go.id/",
                List.of(new Session("Pembukaan", start, null, List.of("Diah Natalisa"))),
                List.of(new Speaker("Diah Natalisa", "Deputi Bidang Pelayanan Publik", "Kementerian PANRB")));
    }
}
