package id.jipp.core.peer;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.store.Documents;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The invitations we made and who used them. Their secrets are kept hashed. */
final class Invitations {
    static final Duration GOOD_FOR = Duration.ofDays(7);
    static final int OPEN_MAX = 200;
    private static final int SECRET_BYTES = 16;

    private final Documents<InvitationDocument> documents;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, InvitationDocument> made = new ConcurrentHashMap<>();

    Invitations(Documents<InvitationDocument> documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
        documents.forEach(document -> made.put(document.id(), document));
    }

    record Made(String secret, Instant expires) {}

    synchronized Outcome<Made> make() {
        forgetPast();
        if (made.size() >= OPEN_MAX) {
            return Outcome.refused(Why.LIMIT, "", "invitation-too-many", OPEN_MAX);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(GOOD_FOR).getEpochSecond());
        keep(new InvitationDocument(hash(secret), expires.toEpochMilli(), null));
        return Outcome.done(new Made(secret, expires));
    }

    /** Spends an invitation; the hub that spent it may do so again. */
    synchronized Outcome<Boolean> use(String secret, HubId hub) {
        InvitationDocument found = made.get(hash(secret));
        if (found == null) {
            return Outcome.refused(Why.NOT_FOUND, "secret", "invitation-unknown");
        }
        if (isPast(Instant.ofEpochMilli(found.expires()))) {
            return Outcome.refused(Why.INVALID, "secret", "invitation-expired", Instant.ofEpochMilli(found.expires()));
        }
        if (found.usedBy() != null && !found.usedBy().equals(hub.value())) {
            return Outcome.refused(Why.CONFLICT, "secret", "invitation-used");
        }
        keep(new InvitationDocument(found.id(), found.expires(), hub.value()));
        return Outcome.done(true);
    }

    /** Whoever used one of ours and then left, or was left, needs another. */
    synchronized void end(HubId hub) {
        List<String> spent = made.values().stream()
                .filter(document -> hub.value().equals(document.usedBy()))
                .map(InvitationDocument::id)
                .toList();
        if (!spent.isEmpty()) {
            documents.remove(spent);
            spent.forEach(made::remove);
        }
    }

    boolean isPast(Instant expires) {
        return !clock.instant().isBefore(expires);
    }

    private void keep(InvitationDocument document) {
        documents.save(document);
        documents.flush();
        made.put(document.id(), document);
    }

    private void forgetPast() {
        List<String> past = new ArrayList<>();
        made.values().forEach(document -> {
            if (isPast(Instant.ofEpochMilli(document.expires()))) {
                past.add(document.id());
            }
        });
        if (!past.isEmpty()) {
            documents.remove(past);
            past.forEach(made::remove);
        }
    }

    private static String hash(String secret) {
        return Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
