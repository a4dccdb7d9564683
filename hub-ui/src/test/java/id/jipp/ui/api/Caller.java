package id.jipp.ui.api;

import id.jipp.ui.story.RunningHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running hub as a program would; every header is visible in the test. */
public final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "batas";

    private final String url;
    private final @Nullable String account;

    private Caller(String url, @Nullable String account) {
        this.url = url;
        this.account = account;
    }

    public static Caller nobody(String url) {
        return new Caller(url, null);
    }

    public static Caller of(String url, String account) {
        return new Caller(url, account);
    }

    public record Answer(int status, HttpResponse<String> raw) {
        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String text() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends these very bytes as JSON. */
    public Answer post(String path, byte[] body) {
        return postBytes(path, body, "application/json");
    }

    public Answer postBytes(String path, byte[] body, String type) {
        return exchange(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer upload(String path, String name, String content, String... headers) {
        return upload(path, name, content.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends one file as the part {@code file}. */
    public Answer upload(String path, String name, byte[] content, String... headers) {
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        String behind = "\r\n--" + BOUNDARY + "--\r\n";
        return exchange(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString(behind)))
                .build());
    }

    /** Sends a file as the part {@code file}, and before it each {@code name=value} as a part of its own. */
    public Answer form(String path, String name, byte[] content, String... fields) {
        StringBuilder before = new StringBuilder();
        for (String field : fields) {
            int end = field.indexOf('=');
            before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                    .append(field, 0, end)
                    .append("\"\r\n\r\n")
                    .append(field, end + 1, field.length())
                    .append("\r\n");
        }
        before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name.replace("\\", "\\\\"))
                .append("\"\r\n\r\n");
        return exchange(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before.toString()),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build());
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (body != null && !String.join(",", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return exchange(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (account != null) {
            request.header("Authorization", basic(account));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** @param account with its password behind a colon, if that is not the demo's */
    static String basic(String account) {
        String pair = account.contains(":") ? account : account + ":" + RunningHub.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> raw = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), raw);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
