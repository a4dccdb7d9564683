package id.jipp.ui.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running hub to check itself. As {@code admin}, with the password in {@code JIPP_PASSWORD} or, where that is not
 * set and the hub is on this machine, the demo's own, which the script knows; or with the bearer token in {@code
 * JIPP_TOKEN}.
 */
final class RunningHubCheck {
    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private RunningHubCheck() {}

    /** @param authorization the header's value, as {@link #authorization} makes it */
    static int of(URI hub, String authorization, PrintStream out) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(hub.toString().replaceFirst("/+$", "") + "/api/v1/verify"))
                            .header("Authorization", authorization)
                            .timeout(BOUND)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                out.println("Could not check: " + hub + " answered " + answer.statusCode()
                        + "; it takes an admin's password in JIPP_PASSWORD or a token in JIPP_TOKEN");
                return 2;
            }
            return findings(JsonMapper.builder().build().readTree(answer.body()))
                    .print(out);
        } catch (IOException unreachable) {
            out.println("Could not check: " + hub + " does not answer (" + unreachable.getMessage() + ")");
            return 2;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static Findings findings(JsonNode report) {
        List<String> streams = report.path("streams")
                .valueStream()
                .map(stream -> stream.path("hub").asString("") + ":"
                        + stream.path("stream").asString("") + " "
                        + stream.path("seq").asLong(0) + " "
                        + stream.path("hash").asString(""))
                .toList();
        return new Findings(
                report.path("ok").asBoolean(false),
                streams,
                report.path("publicDigest").asString(""),
                report.path("entries").asLong(0),
                report.path("erased").asLong(0),
                report.path("innovations").asLong(0),
                report.path("files").asLong(0),
                texts(report.path("notes")),
                texts(report.path("problems")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(text -> text.asString("")).toList();
    }

    static String authorization(URI hub) throws IOException {
        String token = System.getenv("JIPP_TOKEN");
        if (token != null && !token.isBlank()) {
            return "Bearer " + token.strip();
        }
        String password = System.getenv("JIPP_PASSWORD");
        if (password == null || password.isBlank()) {
            password = demoPassword(hub);
        }
        return "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + password.strip()).getBytes(StandardCharsets.UTF_8));
    }

    private static String demoPassword(URI hub) throws IOException {
        String file = System.getenv("JIPP_DEMO_PASSWORD_FILE");
        boolean isOurs = file != null && THIS_MACHINE.contains(hub.getHost()) && Files.exists(Path.of(file));
        return isOurs ? Files.readString(Path.of(file)) : "";
    }
}
