package id.jipp.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller;
import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.api.Visitor;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of every answer, exactly; and what the actuator shows to whom. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private static final String STRICT = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final String APP = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private RunningHub hub;
    private Caller nobody;
    private String record;

    @BeforeAll
    void start(RunningHub shared) {
        hub = shared;
        nobody = Caller.nobody(hub.url());
        record = "/inovasi/"
                + nobody.get("/api/v1/innovations?size=1")
                        .json()
                        .at("/items/0/id")
                        .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inovasi",
                "/inovasi?q=air",
                "/inovasi/bali.tidakadaituxx",
                "/seminar",
                "/seminar/bali.tidakadaituxx",
                "/login",
                "RECORD"
            })
    @DisplayName("W8: public pages run no script at all")
    void publicPages(String path) {
        assertHeaders(nobody.get(path.equals("RECORD") ? record : path), STRICT);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/hub, 200",
        "/api/v1/innovations, 200",
        "/api/v1/openapi.json, 200",
        "/api/v1/peers, 401",
        "/api/v1/innovations?size=0, 400",
        "/api/v1/tidak-ada, 401",
        "/actuator/health, 200",
    })
    @DisplayName("W8: data is nothing a browser would run or frame")
    void data(String path, int status) {
        Answer answer = nobody.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertHeaders(answer, DATA);
    }

    @Test
    @DisplayName("W8: the pages of the app have what their framework needs and no more")
    void appPages() {
        Visitor coordinator = Visitor.at(hub);
        coordinator.signIn("koordinator");

        assertHeaders(coordinator.get("/"), APP);
        assertHeaders(coordinator.get("/inovasi"), APP);
    }

    @Test
    @DisplayName("W8: over TLS a browser is told to stay there")
    void overTls() {
        Answer answer = nobody.get("/inovasi", "X-Forwarded-Proto", "https");

        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
    }

    @Test
    @DisplayName("W8: an answer names neither the server nor its version, not even when it fails")
    void noVersions() {
        for (String path :
                new String[] {"/", "/api/v1/hub", "/tidak-ada", "/api/v1/innovations/%00", "/inovasi/%2e%2e/x"}) {
            Answer answer = nobody.get(path);
            assertThat(answer.header("Server")).as(path).isEmpty();
            assertThat(answer.header("X-Powered-By")).as(path).isEmpty();
            assertThat(answer.text())
                    .as(path)
                    .doesNotContain("Tomcat", "Apache", "Spring", "Exception", "at org.", "Whitelabel");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/metrics",
                "/actuator/health/../env",
                "/actuator/health;/env",
                "/actuator/health/db/x",
            })
    @DisplayName("W8, W10: the actuator shows health and metrics, and nothing else to anybody")
    void theActuatorIsClosed(String path) {
        assertThat(nobody.get(path).status()).isIn(400, 404);
        assertThat(Caller.of(hub.url(), "admin").get(path).status()).isIn(400, 404);
    }

    @Test
    void robotsAreToldWhatIsNotForThem() {
        assertThat(nobody.get("/robots.txt").text()).startsWith("User-agent: *\nDisallow: /api/\n");
    }

    @Test
    void healthAndMetricsAnswerWhoAsksFromThisMachine() {
        assertThat(nobody.get("/actuator/health").json().get("status").asString())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/health/liveness").json().get("status").asString())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/health/readiness").json().get("status").asString())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
    }

    @Test
    @DisplayName("W8: health does not answer who asks from elsewhere, through a proxy either")
    void healthIsForThisMachine() {
        assertThat(nobody.get("/actuator/health", "X-Forwarded-For", "203.0.113.9")
                        .status())
                .isEqualTo(404);
    }

    private static void assertHeaders(Answer answer, String policy) {
        Map<String, String> expected = new TreeMap<>();
        expected.put("content-security-policy", policy);
        expected.put("x-content-type-options", "nosniff");
        expected.put("x-frame-options", "DENY");
        expected.put("x-xss-protection", "0");
        expected.put("referrer-policy", "same-origin");
        expected.put("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
        expected.put("cross-origin-opener-policy", "same-origin");
        expected.put("cross-origin-resource-policy", "same-origin");
        Map<String, String> came = new TreeMap<>();
        answer.raw().headers().map().forEach((name, values) -> {
            if (expected.containsKey(name)
                    || name.contains("policy")
                    || name.startsWith("x-")
                    || name.equals("server")) {
                came.put(name, String.join(" | ", values));
            }
        });
        assertThat(came).isEqualTo(expected);
        assertThat(answer.header("Cache-Control")).containsAnyOf("no-store", "no-cache");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
