package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list comes in pages whose size and number have bounds. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final List<String> TOO_LITTLE_OR_TOO_MUCH = List.of(
            "size=0",
            "size=-1",
            "size=201",
            "size=2147483648",
            "size=dua",
            "size=1.5",
            "page=-1",
            "page=1000001",
            "page=99999999999999999999",
            "page=satu");

    private Caller coordinator;
    private List<String> lists;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        String room =
                coordinator.post("/api/v1/rooms", "{\"title\": \"Halaman\"}").header("Location");
        lists = List.of(
                "/api/v1/innovations?",
                "/api/v1/innovations?status=draft&",
                "/api/v1/peers?",
                "/api/v1/rooms?",
                room + "/messages?");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("L8: a page out of bounds is refused by the name of what is wrong")
    void aPageOutOfBoundsIsRefused(String list, String asked) {
        Answer answer = coordinator.get(list + asked);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(asked.substring(0, 4));
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("L8: the farthest page is empty, and the same shape")
    void theFarthestPageIsEmpty(String list) {
        Answer answer = coordinator.get(list + "page=1000000&size=200");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("items").size()).isZero();
        assertThat(answer.json().get("page").asInt()).isEqualTo(1_000_000);
        assertThat(answer.json().get("size").asInt()).isEqualTo(200);
        assertThat(answer.json().get("total").isIntegralNumber()).isTrue();
    }

    private Stream<String[]> wrong() {
        return lists.stream().flatMap(list -> TOO_LITTLE_OR_TOO_MUCH.stream().map(asked -> new String[] {list, asked}));
    }

    private Stream<String> all() {
        return lists.stream();
    }
}
