package id.jipp.ui.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running hub over HTTP, as a browser or another program does, on one connection that stays open. */
final class Client {
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
    private static final Pattern ADDED = Pattern.compile("\"added\"\\s*:\\s*(\\d+)");
    private static final String BOUNDARY = "ukur-ukur-ukur";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI hub;

    Client(BenchHub hub) {
        this.hub = hub.address();
    }

    /** Answers how many bytes came; anything but 200 fails. */
    int get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                request(path).header("Accept-Encoding", "gzip").GET().build();
        return checked(http.send(request, HttpResponse.BodyHandlers.ofByteArray())).length;
    }

    /** How many records of that hub the lists show. */
    long total(String ofHub) throws IOException, InterruptedException {
        HttpRequest request =
                request("/api/v1/innovations?size=1&hub=" + ofHub).GET().build();
        return number(TOTAL, checked(http.send(request, HttpResponse.BodyHandlers.ofByteArray())));
    }

    /** Imports that table as a coordinator; answers how many rows went in. */
    long importTable(byte[] table) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ukur.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String account = "koordinator:" + BenchHub.PASSWORD;
        HttpRequest request = request("/api/v1/import?dryRun=false")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(account)))
                .POST(BodyPublishers.ofByteArrays(List.of(bytes(head), table, bytes("\r\n--" + BOUNDARY + "--\r\n"))))
                .build();
        return number(ADDED, checked(http.send(request, HttpResponse.BodyHandlers.ofByteArray())));
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path));
    }

    private static byte[] checked(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static long number(Pattern pattern, byte[] body) {
        Matcher found = pattern.matcher(new String(body, StandardCharsets.UTF_8));
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
