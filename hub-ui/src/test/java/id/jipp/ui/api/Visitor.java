package id.jipp.ui.api;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps its cookies, and goes only where the test sends it. */
public final class Visitor {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String url;

    private Visitor(String url) {
        this.url = url;
    }

    public static Visitor at(RunningHub hub) {
        return new Visitor(hub.url());
    }

    /** Signs in at the page, as that demo account. */
    public Answer signIn(String account) {
        return post("/login", FORM, "akun=" + account + "&sandi=" + RunningHub.PASSWORD + "&_csrf=" + loginToken());
    }

    public Answer signOut() {
        return post("/logout", FORM, "_csrf=" + token());
    }

    /** What the sign-in page carries for its form. */
    public String loginToken() {
        Matcher found = TOKEN.matcher(get("/login").text());
        if (!found.find()) {
            throw new AssertionError("The sign-in page has no token");
        }
        return found.group(1);
    }

    /** What somebody who is signed in sends along with a change. */
    public String token() {
        return get("/api/v1/session").json().at("/csrf/token").asString();
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Somebody else's cookie, brought in by force. */
    public void take(HttpCookie cookie) {
        cookies.getCookieStore().add(URI.create(url), cookie);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).build());
    }

    public Answer post(String path, String type, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            var raw = http.send(request, BodyHandlers.ofString());
            return new Answer(raw.statusCode(), raw);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
