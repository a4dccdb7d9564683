package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.InnovationQuery.Sort;
import id.jipp.core.log.Hash;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnovationsTest {
    @TempDir
    Path folder;

    private InnovationHub bali;
    private InnovationHub jatim;

    @BeforeEach
    void start() {
        bali = new InnovationHub("bali", "51", folder);
        jatim = new InnovationHub("jatim", "35", folder);
    }

    @AfterEach
    void stop() {
        bali.close();
        jatim.close();
    }

    @Test
    void whoPublishesSeesItInTheNextList() {
        Innovation toss = published(toss());
        assertThat(toss.status()).isEqualTo(Status.ACTIVE);
        assertThat(toss.revision()).isEqualTo(1);
        assertThat(toss.area()).isEqualTo(new AreaCode("51.05"));
        InnovationPage page = bali.innovations.list(InnovationQuery.all(0, 20));
        assertThat(page.items()).containsExactly(toss);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.facets().get("area")).isEqualTo(Map.of("51", 1L));
        assertThat(page.facets().get("status")).containsEntry("active", 1L).containsEntry("retired", 0L);
        assertThat(bali.innovations.drafts(bali.coordinator)).isEmpty();
    }

    @Test
    void anotherHubShowsItAfterSyncAndCannotChangeIt() {
        Innovation toss = published(toss());
        jatim.syncFrom(bali);
        assertThat(jatim.innovations.find(toss.id(), null)).contains(toss);
        assertThat(why(jatim.innovations.revise(toss.id(), toss(), 1, jatim.coordinator)))
                .isEqualTo(Why.FORBIDDEN);
        assertThat(why(jatim.innovations.confirm(toss.id(), jatim.coordinator))).isEqualTo(Why.FORBIDDEN);
        assertThat(why(bali.innovations.retire(toss.id(), "x", jatim.coordinator)))
                .isEqualTo(Why.FORBIDDEN);
    }

    @Test
    @DisplayName("F6: an entry about another hub's record is ignored and counted")
    void onlyItsOwnHubChangesARecord() {
        Innovation toss = published(toss());
        jatim.syncFrom(bali);
        jatim.log.append(
                StreamName.PUBLIC,
                List.of(new InnovationEvent.RetiredV1(toss.id().toString(), 2, "milik kami").toEntry()));
        jatim.settle();
        bali.syncFrom(jatim);
        assertThat(bali.innovations.find(toss.id(), null)).contains(toss);
        assertThat(jatim.innovations.find(toss.id(), null)).contains(toss);
        assertThat(bali.innovations.ignoredEntries()).isEqualTo(1);
    }

    @Test
    @DisplayName("X3: unknown kinds and malformed payloads change nothing and stop nothing")
    void foreignEntriesStopNothing() {
        bali.log.append(
                StreamName.PUBLIC,
                List.of(
                        new NewEntry("innovation.dreamt", 1, bytes("{}")),
                        new NewEntry("innovation.published", 9, bytes("{}")),
                        new NewEntry("innovation.published", 1, bytes("null")),
                        new NewEntry("innovation.published", 1, bytes("{\"id\":")),
                        new NewEntry("innovation.published", 1, bytes("[".repeat(100_000))),
                        new NewEntry("innovation.published", 1, bytes("{\"id\":\"bali.abcdefgh\"}")),
                        new NewEntry("innovation.published", 1, bytes("{\"id\":7,\"area\":[],\"fields\":1}")),
                        new NewEntry(
                                "innovation.published",
                                1,
                                bytes("{\"id\":\"bali.abcdefgh\",\"area\":\"x\",\"fields\":{\"title\":\"a\"}}"))));
        published(toss());
        assertThat(bali.innovations.list(InnovationQuery.all(0, 20)).total()).isEqualTo(1);
        assertThat(bali.innovations.ignoredEntries()).isEqualTo(8);
    }

    @Test
    void aChangeNeedsTheRevisionItWasReadAt() {
        Innovation toss = published(toss());
        Innovation second = bali.innovations
                .revise(toss.id(), toss().withYear(2015), 1, bali.coordinator)
                .orThrow();
        assertThat(second.revision()).isEqualTo(2);
        Outcome<Innovation> late = bali.innovations.revise(toss.id(), toss().withYear(2016), 1, bali.coordinator);
        assertThat(why(late)).isEqualTo(Why.CONFLICT);
        assertThat(problems(late)).containsExactly(Problem.of("", "conflict", 1, 2));
        assertThat(bali.innovations.find(toss.id(), null))
                .map(i -> i.fields().year())
                .contains(2015);
    }

    @Test
    void ofTwoChangesAtOnceOneWins() throws Exception {
        Innovation toss = published(toss());
        List<Outcome<Innovation>> answers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int year = 2000 + i;
            threads.add(Thread.startVirtualThread(() -> {
                Outcome<Innovation> answer =
                        bali.innovations.revise(toss.id(), toss().withYear(year), 1, bali.coordinator);
                synchronized (answers) {
                    answers.add(answer);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(bali.log
                        .head(new id.jipp.core.log.StreamId(bali.hub, StreamName.PUBLIC))
                        .seq())
                .isEqualTo(2);
    }

    @Test
    void whatNobodyConfirmedForAYearIsNoLongerActive() {
        Innovation toss = published(toss());
        bali.clock.pass(Duration.ofDays(366));
        assertThat(status(toss)).isEqualTo(Status.UNCONFIRMED);
        assertThat(count(Status.ACTIVE)).isZero();
        assertThat(count(Status.UNCONFIRMED)).isEqualTo(1);
        bali.innovations.confirm(toss.id(), bali.coordinator).orThrow();
        bali.innovations.confirm(toss.id(), bali.coordinator).orThrow();
        assertThat(status(toss)).isEqualTo(Status.ACTIVE);
        assertThat(count(Status.ACTIVE)).isEqualTo(1);
        assertThat(bali.innovations.find(toss.id(), null))
                .map(Innovation::revision)
                .contains(1);
    }

    @Test
    void aRetiredOneStaysFindableAndSaysWhy() {
        Innovation toss = published(toss());
        assertThat(problems(bali.innovations.retire(toss.id(), " \n ", bali.coordinator)))
                .containsExactly(Problem.of("reason", "required"));
        Innovation retired = bali.innovations
                .retire(toss.id(), "Anggaran dihentikan", bali.coordinator)
                .orThrow();
        assertThat(retired.status()).isEqualTo(Status.RETIRED);
        assertThat(retired.retiredReason()).isEqualTo("Anggaran dihentikan");
        assertThat(count(Status.RETIRED)).isEqualTo(1);
        assertThat(bali.innovations.list(words("toss")).items()).containsExactly(retired);
        assertThat(why(bali.innovations.confirm(toss.id(), bali.coordinator))).isEqualTo(Why.CONFLICT);
    }

    @Test
    void whatWasEndedIsTakenUpAgainHereAndElsewhere() {
        Innovation toss = published(toss());
        assertThat(why(bali.innovations.resume(toss.id(), bali.coordinator))).isEqualTo(Why.CONFLICT);
        bali.innovations.retire(toss.id(), "Salah tekan", bali.coordinator).orThrow();
        jatim.syncFrom(bali);
        assertThat(why(jatim.innovations.resume(toss.id(), jatim.coordinator))).isEqualTo(Why.FORBIDDEN);
        assertThat(why(bali.innovations.resume(toss.id(), bali.staff))).isEqualTo(Why.FORBIDDEN);

        Innovation again = bali.innovations.resume(toss.id(), bali.coordinator).orThrow();

        assertThat(again.status()).isEqualTo(Status.ACTIVE);
        assertThat(again.retiredReason()).isNull();
        assertThat(again.fields()).isEqualTo(toss.fields());
        jatim.syncFrom(bali);
        assertThat(jatim.innovations.find(toss.id(), null)).contains(again);
        assertThat(jatim.innovations.ignoredEntries()).isZero();
        bali.innovations
                .revise(toss.id(), toss().withYear(2020), again.revision(), bali.coordinator)
                .orThrow();
    }

    @Test
    void staffRegistersAndACoordinatorPublishes() {
        Innovation draft = bali.innovations
                .saveDraft(null, InnovationFields.titled("Rumah Tunggu"), null, bali.staff)
                .orThrow();
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(why(bali.innovations.publish(draft.id(), bali.staff))).isEqualTo(Why.FORBIDDEN);
        assertThat(problems(bali.innovations.publish(draft.id(), bali.coordinator)))
                .extracting(Problem::field)
                .containsExactly("agency", "areaCode");
        assertThat(bali.innovations.find(draft.id(), null)).isEmpty();
        assertThat(bali.innovations.find(draft.id(), bali.person("lain", Role.STAFF)))
                .isEmpty();
        assertThat(bali.innovations.find(draft.id(), jatim.coordinator)).isEmpty();
        assertThat(bali.innovations.drafts(bali.coordinator)).containsExactly(draft);
        assertThat(bali.innovations.isOwnDraft(draft.id(), bali.staff)).isTrue();
        assertThat(bali.innovations.isOwnDraft(draft.id(), bali.coordinator)).isFalse();
        assertThat(bali.innovations.drafts(bali.person("lain", Role.STAFF))).isEmpty();
        bali.innovations.saveDraft(draft.id(), toss(), 1, bali.coordinator).orThrow();
        assertThat(why(bali.innovations.saveDraft(draft.id(), toss(), 1, bali.staff)))
                .isEqualTo(Why.CONFLICT);
        Innovation published =
                bali.innovations.publish(draft.id(), bali.coordinator).orThrow();
        assertThat(published.id()).isEqualTo(draft.id());
        assertThat(bali.innovations.publish(draft.id(), bali.coordinator).orThrow())
                .isEqualTo(published);
        assertThat(why(bali.innovations.saveDraft(draft.id(), toss(), 2, bali.staff)))
                .isEqualTo(Why.CONFLICT);
    }

    @Test
    @DisplayName("M4: a draft begun again under the same key is the same draft, also when it was published since")
    void aDraftBegunAgainUnderItsKeyIsTheSame() {
        InnovationId id = bali.innovations.idOf(Hash.sha256(new byte[] {1}));
        Innovation first = bali.innovations.beginDraft(id, toss(), bali.staff).orThrow();
        assertThat(bali.innovations.beginDraft(id, toss(), bali.staff).orThrow())
                .isEqualTo(first);
        assertThat(bali.innovations.drafts(bali.staff)).containsExactly(first);
        assertThat(why(bali.innovations.beginDraft(id, toss(), bali.person("staf2", Role.STAFF))))
                .isEqualTo(Why.NOT_FOUND);

        Innovation published = bali.innovations.publish(id, bali.coordinator).orThrow();
        assertThat(bali.innovations.beginDraft(id, toss(), bali.staff).orThrow())
                .isEqualTo(published);
        assertThat(bali.innovations.idOf(Hash.sha256(new byte[] {2}))).isNotEqualTo(id);
    }

    @Test
    void draftsSurviveARestartAndCanBeThrownAway() {
        Innovation draft =
                bali.innovations.saveDraft(null, toss(), null, bali.staff).orThrow();
        bali.restart();
        assertThat(bali.innovations.drafts(bali.staff)).containsExactly(draft);
        assertThat(why(bali.innovations.discardDraft(draft.id(), bali.person("lain", Role.STAFF))))
                .isEqualTo(Why.NOT_FOUND);
        bali.innovations.discardDraft(draft.id(), bali.staff).orThrow();
        assertThat(bali.innovations.drafts(bali.staff)).isEmpty();
    }

    @Test
    void aDraftKeepsWhatIsWrongAndPublishingTellsItPerField() {
        InnovationFields wrong = new InnovationFields(
                "x".repeat(201),
                "",
                "",
                "99.99",
                "",
                20245,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                null,
                "",
                List.of(3),
                null,
                null,
                "javascript:alert(1)",
                Map.of());
        InnovationId draft = bali.innovations
                .saveDraft(null, wrong, null, bali.staff)
                .orThrow()
                .id();
        bali.restart();
        assertThat(bali.innovations.find(draft, bali.staff))
                .map(Innovation::fields)
                .contains(wrong);
        assertThat(problems(bali.innovations.publish(draft, bali.coordinator)))
                .containsExactlyInAnyOrder(
                        Problem.of("title", "too-long", 200, 201),
                        Problem.of("agency", "required"),
                        Problem.of("year", "year-range", 1945, 2027, 20245),
                        Problem.of("sourceUrl", "not-a-link", "javascript:alert(1)"),
                        Problem.of("areaCode", "unknown-area", "99.99"));
    }

    @Test
    void aDraftIsBounded() {
        InnovationFields much =
                TextField.PROBLEM.with(toss(), "x".repeat(20_001)).withSdg(List.of(18));
        assertThat(problems(bali.innovations.saveDraft(
                        null, much.withNotes(Map.of("Catatan", "y".repeat(2_001))), null, bali.staff)))
                .containsExactlyInAnyOrder(
                        Problem.of("problem", "too-long", 20_000, 20_001),
                        Problem.of("sdg", "sdg-range", 18),
                        Problem.of("notes", "note-too-long", "Catatan", 2000, 2001));
        assertThat(problems(bali.innovations.saveDraft(null, InnovationFields.titled(""), null, bali.staff)))
                .containsExactly(Problem.of("title", "required"));
    }

    @Test
    @DisplayName("X7: hostile text is contained and stays searchable")
    void hostileTextBecomesPlain() {
        Innovation one = published(TextField.TITLE.with(
                toss(),
                "\u202ETO\u0000SS\u202C \u200B<b>Ol\u0301\u0301\u0301\u0301\u0301\u0301ah</b>\r\nbaris \uD800x"));
        assertThat(one.fields().title()).isEqualTo("TOSS <b>Oĺ\u0301\u0301\u0301ah</b> baris \uFFFDx");
        assertThat(bali.innovations.list(words("olah toss")).total()).isEqualTo(1);
    }

    @Test
    @DisplayName("C6: a lost index or store is made again from the log")
    void everythingDerivedIsMadeAgain() {
        Innovation first = published(toss());
        Innovation second = bali.innovations
                .revise(first.id(), toss().withYear(2020), 1, bali.coordinator)
                .orThrow();
        bali.restartWithoutIndex();
        assertThat(bali.innovations.list(words("toss")).items()).containsExactly(second);
        bali.store.loseDerived();
        bali.restart();
        assertThat(bali.innovations.list(words("toss")).items()).containsExactly(second);
        assertThat(bali.innovations.ignoredEntries()).isZero();
    }

    @Test
    void listsFilterSortAndPage() {
        for (int i = 0; i < 5; i++) {
            InnovationFields fields = TextField.TITLE.with(toss(), "Inovasi " + (char) ('E' - i));
            published(fields.withYear(2015 + i % 2));
            bali.clock.pass(Duration.ofMinutes(1));
        }
        assertThat(titles(new InnovationQuery("", null, null, null, null, null, Sort.TITLE, 0, 2)))
                .containsExactly("Inovasi A", "Inovasi B");
        assertThat(titles(new InnovationQuery("", null, null, null, null, null, Sort.TITLE, 2, 2)))
                .containsExactly("Inovasi E");
        assertThat(titles(new InnovationQuery("", new AreaCode("51"), null, 2016, bali.hub, null, Sort.NEWEST, 0, 9)))
                .containsExactly("Inovasi B", "Inovasi D");
        assertThat(titles(new InnovationQuery("", new AreaCode("35"), null, null, null, null, Sort.NEWEST, 0, 9)))
                .isEmpty();
        assertThat(titles(new InnovationQuery("", null, null, null, jatim.hub, null, Sort.NEWEST, 0, 9)))
                .isEmpty();
    }

    @Test
    void warnsOfATitleThatIsThereAlready() {
        Innovation toss = published(toss());
        jatim.syncFrom(bali);
        assertThat(jatim.innovations.similarTo("Tempat Olah Sampah Setempat")).containsExactly(toss);
        assertThat(jatim.innovations.similarTo("Ambulans laut")).isEmpty();
    }

    @Test
    void tellsWhatChanged() {
        List<InnovationId> heard = new ArrayList<>();
        Runnable stop = bali.innovations.onChange(heard::addAll);
        Innovation toss = published(toss());
        bali.projections.close();
        assertThat(heard).containsExactly(toss.id());
        stop.run();
    }

    private Innovation published(InnovationFields fields) {
        Innovation draft =
                bali.innovations.saveDraft(null, fields, null, bali.coordinator).orThrow();
        return bali.innovations.publish(draft.id(), bali.coordinator).orThrow();
    }

    private static InnovationFields toss() {
        return new InnovationFields(
                "TOSS (Tempat Olah Sampah Setempat)",
                "TOSS",
                "Pemerintah Kabupaten Klungkung",
                "",
                "Kab. Klungkung",
                2018,
                "Top 45",
                "",
                "Sampah diolah di tempat menjadi bahan bakar.",
                "",
                "",
                "",
                "",
                CostClass.LOW,
                "",
                List.of(11),
                false,
                Phase.DEVELOPMENT,
                "https://menpan.go.id/",
                Map.of());
    }

    private Status status(Innovation innovation) {
        return bali.innovations.find(innovation.id(), null).orElseThrow().status();
    }

    private long count(Status status) {
        InnovationPage page =
                bali.innovations.list(new InnovationQuery("", null, null, null, null, status, Sort.RELEVANCE, 0, 20));
        assertThat(page.facets().get("status")).containsEntry(status.code(), page.total());
        return page.total();
    }

    private static InnovationQuery words(String words) {
        return new InnovationQuery(words, null, null, null, null, null, Sort.RELEVANCE, 0, 20);
    }

    private List<String> titles(InnovationQuery query) {
        return bali.innovations.list(query).items().stream()
                .map(innovation -> innovation.fields().title())
                .toList();
    }

    private static Why why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
