package id.jipp.ui.api;

import id.jipp.core.area.Areas;
import id.jipp.core.log.Digest;
import id.jipp.core.log.Digests;
import id.jipp.core.log.Head;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.HubCard;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** This hub, who is signed in, and what it holds. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "hub")
class HubApi {
    private final Peers peers;
    private final Areas areas;
    private final Digests digests;
    private final CurrentPerson current;

    HubApi(Peers peers, Areas areas, Digests digests, CurrentPerson current) {
        this.peers = peers;
        this.areas = areas;
        this.digests = digests;
        this.current = current;
    }

    /** @param publicKey the raw Ed25519 key, 64 hexadecimal digits */
    record HubView(
            String id,
            String name,
            String area,
            String areaName,
            String publicKey,
            String fingerprintWords,
            String version) {}

    record StreamView(String hub, String stream, long seq, String hash) {
        static StreamView of(Map.Entry<StreamId, Head> head) {
            return new StreamView(
                    head.getKey().hub().value(),
                    head.getKey().name().value(),
                    head.getValue().seq(),
                    head.getValue().hash().toString());
        }
    }

    record DigestView(List<StreamView> streams, String publicDigest) {}

    record SessionView(
            @Nullable PersonView person, @Nullable TokenView csrf) {}

    record PersonView(String id, String name, String unit, String hub, List<String> roles) {}

    record TokenView(String header, String token) {}

    @GetMapping("/hub")
    @Operation(operationId = "getHub", summary = "Who this hub is")
    HubView hub() {
        HubCard self = peers.self();
        String version = HubApi.class.getPackage().getImplementationVersion();
        return new HubView(
                self.hub().value(),
                self.name(),
                self.area().value(),
                areas.nameOf(self.area()),
                HexFormat.of().formatHex(self.publicKey()),
                self.words(),
                version == null ? "dev" : version);
    }

    @GetMapping("/digest")
    @Operation(
            operationId = "getDigest",
            summary = "What this hub holds, to be compared with another; only public streams without signing in")
    DigestView digest() {
        boolean all = current.find().isPresent();
        Digest digest = digests.now();
        return new DigestView(
                digest.heads().stream()
                        .filter(head -> all || head.getKey().name().isPublic())
                        .map(StreamView::of)
                        .toList(),
                digest.publicDigest().toString());
    }

    @GetMapping("/session")
    @Operation(
            operationId = "getSession",
            summary = "Who is signed in, and the token that changes need when they come with a browser's cookie")
    SessionView session(@Parameter(hidden = true) @Nullable CsrfToken csrf) {
        return new SessionView(
                current.find().map(HubApi::view).orElse(null),
                csrf == null || current.find().isEmpty() ? null : new TokenView(csrf.getHeaderName(), csrf.getToken()));
    }

    private static PersonView view(Person person) {
        return new PersonView(
                person.id().toString(),
                person.name(),
                person.unit(),
                person.id().hub().value(),
                person.roles().stream().sorted().map(role -> role.code()).toList());
    }
}
