package id.jipp.ui.api;

import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.trust.Erasure;
import id.jipp.core.trust.Erasures;
import id.jipp.core.trust.NewEpochs;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Moments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasing for good and who has done it, and the way out where this hub's streams stand still. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "trust")
class TrustApi {
    private final Innovations innovations;
    private final Rooms rooms;
    private final Erasures erasures;
    private final NewEpochs epochs;
    private final CurrentPerson current;
    private final ZoneId zone;

    TrustApi(
            Innovations innovations,
            Rooms rooms,
            Erasures erasures,
            NewEpochs epochs,
            CurrentPerson current,
            HubSettings settings) {
        this.innovations = innovations;
        this.rooms = rooms;
        this.erasures = erasures;
        this.epochs = epochs;
        this.current = current;
        this.zone = Moments.zoneOf(settings.area());
    }

    record ErasureOrder(
            @Schema(allowableValues = {"person", "rules", "mistake"}) @Nullable
            String reason) {}

    /**
     * @param done the hubs known to have erased it
     * @param notYet the others that may hold it
     */
    record ErasureView(
            String id,
            String hub,
            String stream,
            int entries,
            String reason,
            @Nullable OffsetDateTime at,
            List<String> done,
            List<String> notYet) {}

    record EpochsView(List<String> standingStill) {}

    record BegunView(int begun) {}

    @PostMapping(path = "/innovations/{id}/erase", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseInnovation",
            summary = "Erases all of a record of this hub for good, at every hub; cannot be undone")
    ResponseEntity<Void> eraseInnovation(@PathVariable String id, @RequestBody ErasureOrder order) {
        InnovationId known = InnovationId.parse(id).orElseThrow(() -> Refusal.unknown("id"));
        Refusal.orValue(innovations.erase(known, reason(order), current.require()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/rooms/{id}/messages/{message}/erase", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseMessage",
            summary = "Erases a message of this hub for good, at every hub that takes part; cannot be undone")
    ResponseEntity<Void> eraseMessage(
            @PathVariable String id, @PathVariable String message, @RequestBody ErasureOrder order) {
        RoomId room = RoomId.parse(id).orElseThrow(() -> Refusal.unknown("id"));
        Refusal.orValue(rooms.erase(room, RoomApi.message("message", message), reason(order), current.require()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/erasures")
    @Operation(operationId = "listErasures", summary = "What was erased for good, and which hubs have done it")
    ApiList<ErasureView> list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Paging paging = Paging.of(page, size, ApiList.SIZE_MAX);
        return ApiList.cut(
                erasures.newestFirst(current.require()).stream().map(this::view).toList(), paging);
    }

    @GetMapping("/epochs")
    @Operation(operationId = "listStandingStill", summary = "This hub's streams that stand still")
    EpochsView standingStill() {
        current.require();
        return new EpochsView(
                epochs.standingStill().stream().map(name -> name.value()).toList());
    }

    @PostMapping("/epochs")
    @Operation(
            operationId = "beginEpochs",
            summary =
                    "Begins a new epoch of each stream of this hub that stands still, and says there again all it holds")
    BegunView begin() {
        return new BegunView(Refusal.orValue(epochs.begin(current.require())));
    }

    private ErasureView view(Erasure erasure) {
        return new ErasureView(
                erasure.id(),
                erasure.hub().value(),
                erasure.stream().value(),
                erasure.payloads(),
                erasure.reason(),
                InnovationView.at(erasure.at(), zone),
                names(erasure.done()),
                names(erasure.notYet()));
    }

    private static List<String> names(Collection<HubId> hubs) {
        return hubs.stream().map(HubId::value).toList();
    }

    private static ErasureReason reason(ErasureOrder order) {
        return ErasureReason.ofCode(order.reason() == null ? "" : order.reason())
                .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "reason", "erasure-reason"));
    }
}
