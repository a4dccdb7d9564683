package id.jipp.ui.api;

import id.jipp.core.answer.KeptAnswer;
import id.jipp.core.answer.KeptAnswers;
import id.jipp.core.log.Hash;
import id.jipp.core.person.PersonId;
import id.jipp.ui.security.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Recognises a call that is made again because its answer was lost: with the same {@code Idempotency-Key} it gets the
 * first answer and does nothing; another call under that key is refused, and so is one that comes while the first is
 * still being done. The answer is on disk before anybody hears it, so a hub that was killed knows it too.
 *
 * <p>Where the hub was killed after the deed and before its answer was kept, the repeat is done again; drafts, rooms and
 * messages take their ids from {@link CallKey}, so that this makes nothing a second time.
 *
 * <p>What was refused changed nothing and is not kept. Files have no key: an import recognises its rows by itself, an
 * upload its offset, and a parcel its entries.
 */
@Component
class RepeatedCalls extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedCalls.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration LATER = Duration.ofSeconds(1);

    private final ApiErrors errors;
    private final CurrentPerson current;
    private final Clock clock;
    private final KeptAnswers answers;
    private final Map<Hash, Hash> beingDone = new ConcurrentHashMap<>();

    RepeatedCalls(ApiErrors errors, CurrentPerson current, KeptAnswers answers, Clock clock) {
        this.errors = errors;
        this.current = current;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !CHANGING.contains(request.getMethod())
                || BodyBound.isForm(request)
                || BodyBound.isParcel(request)
                || BodyBound.isStream(request)
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
        byte[] body = request.getInputStream().readAllBytes();
        PersonId person = current.require().id();
        Hash call = Hash.sha256(bytes(person + "\n" + key));
        Hash asked = Hash.sha256(bytes(said(request)), body);
        Hash now = beingDone.putIfAbsent(call, asked);
        if (now != null) {
            errors.write(request, response, now.equals(asked) ? stillBeingDone() : anotherCall());
            return;
        }
        try {
            once(person, call, asked, new ReadBody(request, body), response, chain);
        } finally {
            beingDone.remove(call);
        }
    }

    private void once(
            PersonId person,
            Hash call,
            Hash asked,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        KeptAnswer before = answers.find(call.toString()).orElse(null);
        if (before != null) {
            if (before.request().equals(asked.toString())) {
                repeat(before, response);
            } else {
                errors.write(request, response, anotherCall());
            }
            return;
        }
        CallKey.give(request, Hash.sha256(call.toBytes(), asked.toBytes()));
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (!HttpStatus.valueOf(held.getStatus()).is2xxSuccessful() || kept(person, call, asked, held)) {
            held.copyBodyToResponse();
        } else {
            errors.write(request, response, Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "", "unavailable"));
        }
    }

    /** What was done stays done where its answer cannot be kept; but the caller shall ask again. */
    private boolean kept(PersonId person, Hash call, Hash asked, ContentCachingResponseWrapper held) {
        try {
            answers.keep(new KeptAnswer(
                    call.toString(),
                    person.toString(),
                    asked.toString(),
                    held.getStatus(),
                    headers(held),
                    new String(held.getContentAsByteArray(), StandardCharsets.UTF_8),
                    clock.millis()));
            return true;
        } catch (RuntimeException broken) {
            LOG.error("The answer of a call could not be kept", broken);
            return false;
        }
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

    private static void repeat(KeptAnswer answer, HttpServletResponse response) throws IOException {
        byte[] body = bytes(answer.body());
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** All of a request that decides what it does, beside its body. */
    private static String said(HttpServletRequest request) {
        return String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.valueOf(request.getHeader(HttpHeaders.IF_MATCH)),
                "");
    }

    private static Refusal stillBeingDone() {
        return Refusal.of(HttpStatus.CONFLICT, HEADER, "idempotency-running").after(LATER);
    }

    private static Refusal anotherCall() {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, HEADER, "idempotency-body");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
