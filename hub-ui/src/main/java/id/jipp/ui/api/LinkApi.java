package id.jipp.ui.api;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.ui.api.PeerViews.PeerView;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a link comes about and what passes over it; for coordinators and admins. */
@RestController
@RequestMapping(path = "/api/v1/peers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "peers")
class LinkApi {
    private static final int CODE_CHARS_MAX = 2_400;

    private final Peers peers;
    private final PeerAnswers links;
    private final CurrentPerson current;

    LinkApi(Peers peers, PeerAnswers links, CurrentPerson current) {
        this.peers = peers;
        this.links = links;
        this.current = current;
    }

    /** @param code good for seven days and one hub */
    record InvitationMade(String code) {}

    record Code(
            @Schema(description = "The invitation as it was sent", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String code) {}

    /** @param words to be compared with the other hub's coordinator, by voice */
    record InvitationRead(
            String id, String name, String words, @Nullable String address) {}

    record Taking(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String code,

            @Schema(
                    description = "The four words, as they were compared with the other hub",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String words,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            PolicyView policy) {}

    record Accepting(
            @Schema(
                    description = "The four words, as they were compared with the other hub",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String words,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            PolicyView policy) {}

    @PostMapping("/invitations")
    @Operation(operationId = "invite", summary = "Makes a code for one other hub, good for seven days and one use")
    ResponseEntity<InvitationMade> invite() {
        String code = Refusal.orValue(peers.invite(current.require()));
        return ResponseEntity.status(HttpStatus.CREATED).body(new InvitationMade(code));
    }

    @PostMapping(path = "/invitations/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "readInvitation", summary = "Who invites by that code, and the four words; uses nothing")
    InvitationRead read(@RequestBody Code given) {
        Peer peer = Refusal.orValue(peers.read(code(given.code()), current.require()));
        return new InvitationRead(
                peer.hub().value(),
                peer.name(),
                peer.words(),
                peer.address() == null ? null : peer.address().toString());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "takeInvitation", summary = "Takes a code: asks that hub to be linked")
    ResponseEntity<PeerView> take(@RequestBody Taking taking, Locale locale) {
        Person by = current.require();
        String code = code(taking.code());
        compare(taking.words(), Refusal.orValue(peers.read(code, by)));
        Peer peer = Refusal.orValue(peers.take(code, policy(taking.policy(), FilePolicy.STANDARD), by));
        return ResponseEntity.created(URI.create("/api/v1/peers/" + peer.hub()))
                .eTag(PolicyView.tag(peer.policy()))
                .body(links.view(peer, locale));
    }

    @PostMapping(path = "/{hub}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "acceptPeer", summary = "Accepts a hub that asks to be linked")
    ResponseEntity<PeerView> accept(@PathVariable String hub, @RequestBody Accepting accepting, Locale locale) {
        Person by = current.require();
        Peer asking = links.known(hub);
        compare(accepting.words(), asking);
        PeerPolicy policy = policy(accepting.policy(), FilePolicy.STANDARD);
        return links.answer(Refusal.orValue(peers.accept(asking.hub(), policy, by)), locale);
    }

    @PutMapping(path = "/{hub}/policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changePolicy",
            summary = "What passes from now on, if it still is as in If-Match. What has arrived stays")
    ResponseEntity<PeerView> policy(
            @PathVariable String hub,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PolicyView asked,
            Locale locale) {
        Person by = current.require();
        Peer before = links.known(hub);
        PolicyView.check(ifMatch, before.policy());
        Outcome<Peer> outcome = peers.policy(
                before.hub(), before.policy(), policy(asked, before.policy().files()), by);
        if (outcome instanceof Outcome.Refused<Peer> refused
                && refused.problems().getFirst().field().equals("policy")) {
            throw PolicyView.stale();
        }
        return links.answer(Refusal.orValue(outcome), locale);
    }

    private static String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "code", "required");
        }
        if (code.length() > CODE_CHARS_MAX) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "code", "too-long", CODE_CHARS_MAX, code.length());
        }
        return code;
    }

    /** A program must have had somebody compare them; it cannot skip that by not sending any. */
    private static void compare(@Nullable String given, Peer peer) {
        if (given == null || given.isBlank()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "words", "required");
        }
        if (!plain(given).equals(plain(peer.words()))) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "words", "words-differ");
        }
    }

    private static List<String> plain(String words) {
        return List.of(words.strip().toLowerCase(Locale.ROOT).split("[\\s·-]+"));
    }

    private static PeerPolicy policy(@Nullable PolicyView asked, FilePolicy before) {
        if (asked == null) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "policy", "required");
        }
        return asked.policy(before);
    }
}
