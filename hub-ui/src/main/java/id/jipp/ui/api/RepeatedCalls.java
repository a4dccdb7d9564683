package id.jipp.ui.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.jipp.core.log.Hash;
import id.jipp.ui.security.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Recognises a call that is made again because its answer was lost: with the same {@code Idempotency-Key} and the same
 * body it gets the first answer and does nothing; with another body it is refused. Remembers what was done for a day,
 * until this program ends. Files have no key: an import recognises its rows by itself.
 */
@Component
class RepeatedCalls extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final int BODY_BYTES_MAX = 1 << 20;
    private static final int ANSWERS_BYTES_MAX = 64 << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private record Answer(Hash body, int status, Map<String, String> headers, byte[] bytes) {}

    private final ApiErrors errors;
    private final CurrentPerson current;
    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);
    private final Cache<Hash, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(ANSWERS_BYTES_MAX)
            .weigher((Hash key, Answer answer) -> 512 + answer.bytes().length)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    RepeatedCalls(ApiErrors errors, CurrentPerson current) {
        this.errors = errors;
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getHeader(HEADER) == null
                || request.getMethod().equals("GET")
                || type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                || current.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            errors.write(request, response, Refusal.of(HttpStatus.BAD_REQUEST, HEADER, "idempotency-key"));
            return;
        }
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            errors.write(request, response, Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "", "body-too-large"));
            return;
        }
        Hash call = Hash.sha256(bytes(
                current.require().id() + "\n" + request.getMethod() + "\n" + request.getRequestURI() + "\n" + key));
        ReentrantLock lock = stripes[Math.floorMod(call.hashCode(), stripes.length)];
        lock.lock();
        try {
            once(call, body, request, response, chain);
        } finally {
            lock.unlock();
        }
    }

    private void once(
            Hash call, byte[] body, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Hash content = Hash.sha256(body);
        Answer known = answers.getIfPresent(call);
        if (known != null && !known.body().equals(content)) {
            errors.write(request, response, Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, HEADER, "idempotency-body"));
            return;
        }
        if (known != null) {
            repeat(known, response);
            return;
        }
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(new ReadBody(request, body), kept);
        if (HttpStatus.valueOf(kept.getStatus()).is2xxSuccessful()) {
            answers.put(call, new Answer(content, kept.getStatus(), headers(kept), kept.getContentAsByteArray()));
        }
        kept.copyBodyToResponse();
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE}) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(answer.bytes().length);
        response.getOutputStream().write(answer.bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
