package id.jipp.ui.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A running hub's API, as another program uses it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final int PAGE = 200;

    private final URI hub;

    Api(URI hub) {
        this.hub = hub;
    }

    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        JsonNode orThrow() {
            if (status / 100 != 2) {
                throw new IllegalStateException("The hub answered " + status + ": " + body);
            }
            return json();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path, "koordinator").GET());
    }

    /** @param key the same for each repeat of one call */
    Answer post(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path, "koordinator")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Publishes a record in the two calls it takes. Made again with the same title after no answer, it is the same. */
    Answer publish(String title) throws IOException, InterruptedException {
        String fields = "{\"title\":\"" + title + "\",\"agency\":\"Dinas Uji Coba\",\"areaCode\":\"51\"}";
        String key = title.replace(' ', '-');
        Answer draft = post("/api/v1/innovations", key + "/draft", fields);
        if (draft.status() != 201) {
            return draft;
        }
        String id = draft.json().path("id").asString();
        return post("/api/v1/innovations/" + id + "/publish", key + "/publish", "");
    }

    /** How often each title of that hub is in the list. */
    Map<String, Integer> titles(String ofHub) throws IOException, InterruptedException {
        Map<String, Integer> titles = new HashMap<>();
        long total = 1;
        for (int page = 0; (long) page * PAGE < total; page++) {
            JsonNode list = get("/api/v1/innovations?hub=" + ofHub + "&size=" + PAGE + "&page=" + page)
                    .orThrow();
            total = list.path("total").asLong();
            list.path("items").forEach(item -> titles.merge(item.path("title").asString(), 1, Integer::sum));
        }
        return titles;
    }

    String digest() throws IOException, InterruptedException {
        return get("/api/v1/digest").orThrow().path("publicDigest").asString();
    }

    /** How it goes with that peer: {@code connected}, {@code waiting} … */
    String stateOf(String peer) throws IOException, InterruptedException {
        return peer(peer).path("state").asString();
    }

    JsonNode peer(String peer) throws IOException, InterruptedException {
        return get("/api/v1/peers/" + peer).orThrow();
    }

    /** How long the last absence of that peer was, by its page; none is zero. */
    Duration lastAbsence(String peer) throws IOException, InterruptedException {
        JsonNode absence = peer(peer).path("absences").path(0);
        return absence.isMissingNode() || !absence.path("over").asBoolean()
                ? Duration.ZERO
                : Duration.between(
                        OffsetDateTime.parse(absence.path("from").asString()),
                        OffsetDateTime.parse(absence.path("until").asString()));
    }

    /** What the check of everything says while the hub runs; empty if all is right. */
    String problems() throws IOException, InterruptedException {
        JsonNode found = send(request("/api/v1/verify", "admin").GET()).orThrow();
        return found.path("ok").asBoolean() ? "" : found.path("problems").toString();
    }

    private HttpRequest.Builder request(String path, String account) {
        String word = account + ":" + ProcessHub.PASSWORD;
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
