package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.answer.KeptAnswers;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedCallsTest {
    private static final String DRAFTS = "/api/v1/innovations";
    private static final String KEY = "Idempotency-Key";

    private RunningHub hub;
    private Caller coordinator;

    @BeforeAll
    void start(RunningHub shared) {
        hub = shared;
        coordinator = Caller.of(hub.url(), "koordinator");
    }

    @Test
    @DisplayName("M4: a call made again under its key is done once and answered alike")
    void aRepeatIsAnsweredWithTheFirst() {
        Answer first = coordinator.post(DRAFTS, draft("Dengan kunci"), KEY, "ulang-1");
        Answer again = coordinator.post(DRAFTS, draft("Dengan kunci"), KEY, "ulang-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    @DisplayName("M4: another call under a used key is refused, whatever differs")
    void anotherCallUnderTheKeyIsRefused() {
        Answer first = coordinator.post(DRAFTS, draft("Kunci terpakai"), KEY, "lain-1");
        String at = first.header("Location");

        assertThat(coordinator.post(DRAFTS, draft("Kunci lain"), KEY, "lain-1").status())
                .isEqualTo(422);
        assertThat(coordinator
                        .post("/api/v1/rooms", draft("Kunci terpakai"), KEY, "lain-1")
                        .status())
                .isEqualTo(422);
        Answer changed = coordinator.put(at, draft("Kunci terpakai"), KEY, "lain-1", "If-Match", first.header("ETag"));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.json().at("/errors/0/field").asString()).isEqualTo(KEY);
        assertThat(changed.json().at("/errors/0/code").asString()).isEqualTo("idempotency-body");
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherCall() {
        Answer mine = coordinator.post(DRAFTS, draft("Milik siapa"), KEY, "orang-1");
        Answer theirs = Caller.of(hub.url(), "staf").post(DRAFTS, draft("Milik siapa"), KEY, "orang-1");

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.json().get("id")).isNotEqualTo(mine.json().get("id"));
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey() {
        assertThat(coordinator.post(DRAFTS, "{\"title\": \"\"}", KEY, "betul-1").status())
                .isEqualTo(422);
        assertThat(coordinator
                        .post(DRAFTS, draft("Sudah betul"), KEY, "betul-1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedToo() {
        String at = coordinator.post(DRAFTS, draft("Dibuang")).header("Location");

        assertThat(coordinator.send("DELETE", at, null, KEY, "buang-1").status())
                .isEqualTo(204);
        assertThat(coordinator.send("DELETE", at, null, KEY, "buang-1").status())
                .isEqualTo(204);
        assertThat(coordinator.send("DELETE", at, null, KEY, "buang-2").status())
                .isEqualTo(404);
    }

    @Test
    void aMessageUnderAKeyIsSaidOnce() {
        String messages = coordinator
                        .post("/api/v1/rooms", "{\"title\": \"Ruang berkunci\"}", KEY, "ruang-1")
                        .header("Location")
                + "/messages";
        coordinator.post(messages, "{\"text\": \"Sekali\"}", KEY, "pesan-1");
        coordinator.post(messages, "{\"text\": \"Sekali\"}", KEY, "pesan-1");

        assertThat(coordinator.get(messages).json().get("items").size()).isEqualTo(1);
    }

    @Test
    void aKeyIsAsciiAndShort() {
        assertThat(coordinator.post(DRAFTS, draft("X"), KEY, "k".repeat(129)).status())
                .isEqualTo(400);
        assertThat(coordinator.post(DRAFTS, draft("X"), KEY, "dua kata").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("C1: the answer is known to the hub that starts again")
    void anAnswerOutlivesTheProgram(@TempDir Path folder) {
        Answer first;
        try (RunningHub before = RunningHub.start("bali", "Bali", "51", folder)) {
            first = Caller.of(before.url(), "koordinator").post(DRAFTS, draft("Sebelum mati"), KEY, "mati-1");
        }
        try (RunningHub after = RunningHub.start("bali", "Bali", "51", folder)) {
            Caller again = Caller.of(after.url(), "koordinator");
            assertThat(again.post(DRAFTS, draft("Sebelum mati"), KEY, "mati-1").text())
                    .isEqualTo(first.text());
            assertThat(again.get(DRAFTS + "?status=draft").json().get("total").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("M4: a call that comes while the first is still being done is told to wait")
    void aCallStillBeingDoneIsNotDoneTwice() throws Exception {
        RepeatedCalls repeats = new RepeatedCalls(
                hub.bean(ApiErrors.class),
                someone(),
                new KeptAnswers(new InMemoryDocuments.Store(), Clock.systemUTC()),
                Clock.systemUTC());
        List<Integer> deeds = new ArrayList<>();
        MockHttpServletResponse meanwhile = new MockHttpServletResponse();
        MockHttpServletResponse other = new MockHttpServletResponse();

        repeats.doFilter(call("{}"), new MockHttpServletResponse(), (request, response) -> {
            deeds.add(1);
            repeats.doFilter(call("{}"), meanwhile, (again, answer) -> deeds.add(2));
            repeats.doFilter(call("[]"), other, (again, answer) -> deeds.add(3));
        });

        assertThat(deeds).containsExactly(1);
        assertThat(meanwhile.getStatus()).isEqualTo(409);
        assertThat(meanwhile.getHeader("Retry-After")).isEqualTo("1");
        assertThat(meanwhile.getContentAsString()).contains("idempotency-running");
        assertThat(other.getStatus()).isEqualTo(422);
    }

    private static MockHttpServletRequest call(String body) {
        MockHttpServletRequest call = new MockHttpServletRequest("POST", DRAFTS);
        call.addHeader(KEY, "serentak-1");
        call.setContent(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return call;
    }

    private static CurrentPerson someone() {
        return new OnePerson(new Person(new PersonId(new HubId("bali"), "staf"), "Staf", "", Set.of(Role.STAFF)));
    }

    private static String draft(String title) {
        return "{\"title\": \"%s\"}".formatted(title);
    }
}
