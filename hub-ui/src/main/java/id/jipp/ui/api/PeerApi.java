package id.jipp.ui.api;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.ui.api.PeerViews.PeerView;
import id.jipp.ui.component.LinkMove;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hubs this one knows: how it goes with each, and what may be done with its link. */
@RestController
@RequestMapping(path = "/api/v1/peers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "peers")
class PeerApi {
    private final Peers peers;
    private final PeerAnswers links;
    private final CurrentPerson current;
    private final ApiWords words;

    PeerApi(Peers peers, PeerAnswers links, CurrentPerson current, ApiWords words) {
        this.peers = peers;
        this.links = links;
        this.current = current;
        this.words = words;
    }

    /** What may be done with the link now: where to post to, and what then stays and what ends. */
    record MoveView(String move, String stays, String ends) {}

    @GetMapping
    @Operation(operationId = "listPeers", summary = "How it goes with each hub we know")
    ApiList<PeerView> list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            Locale locale) {
        current.require();
        Paging paging = Paging.of(page, size, ApiList.SIZE_MAX);
        return ApiList.cut(links.all(locale), paging);
    }

    @GetMapping("/{hub}")
    @Operation(operationId = "getPeer", summary = "How it goes with one hub; its ETag is that of its policy")
    ResponseEntity<PeerView> get(@PathVariable String hub, Locale locale) {
        current.require();
        return links.answer(links.known(hub), locale);
    }

    @GetMapping("/{hub}/moves")
    @Operation(operationId = "listMoves", summary = "What may be done with the link, and what then stays and ends")
    ApiList<MoveView> moves(@PathVariable String hub, Locale locale) {
        current.require();
        Peer peer = links.known(hub);
        List<MoveView> all = LinkMove.of(peer).stream()
                .map(move -> new MoveView(
                        move.code(),
                        words.say(move.key() + ".stays", locale, peer.name()),
                        words.say(move.key() + ".ends", locale, peer.name())))
                .toList();
        return ApiList.cut(all, Paging.of(null, null, ApiList.SIZE_MAX));
    }

    @PostMapping("/{hub}/pause")
    @Operation(operationId = "pauseLink", summary = "Nothing passes until it is resumed")
    ResponseEntity<PeerView> pause(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.PAUSE, locale);
    }

    @PostMapping("/{hub}/resume")
    @Operation(operationId = "resumeLink", summary = "What was held up by a pause follows")
    ResponseEntity<PeerView> resume(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.RESUME, locale);
    }

    @PostMapping("/{hub}/leave")
    @Operation(
            operationId = "leaveLink",
            summary = "Ends the link; the other hub is told, and linking again needs a new invitation")
    ResponseEntity<PeerView> leave(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.LEAVE, locale);
    }

    @PostMapping("/{hub}/block")
    @Operation(operationId = "blockPeer", summary = "Nothing of that hub comes in or goes out, also not through others")
    ResponseEntity<PeerView> block(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.BLOCK, locale);
    }

    @PostMapping("/{hub}/unblock")
    @Operation(operationId = "unblockPeer", summary = "The link comes back as paused")
    ResponseEntity<PeerView> unblock(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.UNBLOCK, locale);
    }

    @PostMapping("/{hub}/forget")
    @Operation(operationId = "forgetPeer", summary = "Of a link that is over: that hub's records are no longer shown")
    ResponseEntity<PeerView> forget(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.FORGET, locale);
    }

    @PostMapping("/{hub}/recall")
    @Operation(operationId = "recallPeer", summary = "Of a link that is over: that hub's records are shown again")
    ResponseEntity<PeerView> recall(@PathVariable String hub, Locale locale) {
        return move(hub, LinkMove.RECALL, locale);
    }

    private ResponseEntity<PeerView> move(String hub, LinkMove move, Locale locale) {
        Person by = current.require();
        Peer peer = links.known(hub);
        Outcome<Peer> outcome = move.on(peers, peer, by);
        return links.answer(Refusal.orValue(outcome), locale);
    }
}
