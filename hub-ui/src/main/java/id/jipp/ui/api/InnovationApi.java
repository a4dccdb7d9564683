package id.jipp.ui.api;

import id.jipp.core.area.Area;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Phase;
import id.jipp.core.innovation.Status;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.Origins;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Moments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of all hubs; its own records can be changed. */
@RestController
@RequestMapping(path = "/api/v1/innovations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "innovations")
class InnovationApi {
    private static final int SIZE_USUAL = 20;

    private final Innovations innovations;
    private final Areas areas;
    private final Origins origins;
    private final CurrentPerson current;
    private final ZoneId zone;

    InnovationApi(Innovations innovations, Areas areas, Origins origins, CurrentPerson current, HubSettings settings) {
        this.origins = origins;
        this.innovations = innovations;
        this.areas = areas;
        this.current = current;
        this.zone = Moments.zoneOf(settings.area());
    }

    record Why(
            @Schema(description = "1 to 500 characters") @Nullable
            String reason) {}

    @GetMapping
    @Operation(
            operationId = "listInnovations",
            summary = "Published innovations of all hubs; with status=draft this hub's drafts")
    ApiList<InnovationView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String hub,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Paging paging = Paging.of(page, size, SIZE_USUAL);
        Status wanted = Codes.oneOf("status", status, Status.values());
        if (wanted == Status.DRAFT) {
            List<InnovationView> drafts = innovations.drafts(current.require()).stream()
                    .map(this::view)
                    .toList();
            return ApiList.cut(drafts, paging);
        }
        InnovationQuery.Sort order = Codes.oneOf("sort", sort, InnovationQuery.Sort.values());
        InnovationPage found = innovations.list(new InnovationQuery(
                Filters.words(q),
                area(area),
                Codes.oneOf("phase", phase, Phase.values()),
                year,
                Filters.hub(hub),
                wanted,
                order == null ? InnovationQuery.Sort.RELEVANCE : order,
                paging.page(),
                paging.size()));
        return new ApiList<>(
                found.items().stream().map(this::view).toList(), found.total(), paging.page(), paging.size());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getInnovation", summary = "One innovation; its ETag is its revision")
    ResponseEntity<InnovationView> get(@PathVariable String id) {
        return answer(HttpStatus.OK, found(id, current.find().orElse(null)));
    }

    @GetMapping("/{id}/lineage")
    @Operation(operationId = "getLineage", summary = "Where it came from and where it went, as a tree")
    Lineage lineage(@PathVariable String id) {
        return Lineage.ofItself(found(id, current.find().orElse(null)), areas);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createInnovation",
            summary = "Keeps a draft, seen by this hub only",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = InnovationFieldsView.class))))
    ResponseEntity<InnovationView> create(
            @Parameter(hidden = true) @RequestBody ObjectNode body, HttpServletRequest request) {
        Person person = current.require();
        Innovation draft =
                Refusal.orValue(innovations.beginDraft(innovations.idOf(CallKey.of(request)), faultless(body), person));
        return ResponseEntity.created(URI.create("/api/v1/innovations/" + draft.id()))
                .eTag(Revision.tag(draft.revision()))
                .body(view(draft));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeInnovation",
            summary = "Replaces what is said of it, if it is still at the revision in If-Match",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = InnovationFieldsView.class))))
    ResponseEntity<InnovationView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @RequestBody ObjectNode body) {
        Person person = current.require();
        Innovation before = found(id, person);
        int expected = Revision.expected(ifMatch, before.revision());
        InnovationFields fields = faultless(body);
        Outcome<Innovation> outcome = before.status() == Status.DRAFT
                ? innovations.saveDraft(before.id(), fields, expected, person)
                : innovations.revise(before.id(), fields, expected, person);
        if (outcome instanceof Outcome.Refused<Innovation> refused && refused.why() == Outcome.Why.CONFLICT) {
            int now = found(id, person).revision();
            throw now == expected ? Refusal.of(HttpStatus.CONFLICT, refused.problems()) : Revision.stale(now);
        }
        return answer(HttpStatus.OK, Refusal.orValue(outcome));
    }

    /** A person's draft may hold what is wrong until it is published; a program is told at once. */
    private InnovationFields faultless(ObjectNode body) {
        InnovationFields fields = InnovationInput.read(body);
        List<Problem> faults = innovations.faultsIn(fields);
        if (!faults.isEmpty()) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, faults);
        }
        return fields;
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "discardDraft", summary = "Throws a draft away")
    ResponseEntity<Void> discard(@PathVariable String id) {
        Refusal.orValue(innovations.discardDraft(known(id), current.require()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/publish")
    @Operation(operationId = "publishInnovation", summary = "Makes a draft known to the network")
    ResponseEntity<InnovationView> publish(@PathVariable String id) {
        return answer(HttpStatus.OK, Refusal.orValue(innovations.publish(known(id), current.require())));
    }

    @PostMapping("/{id}/confirm")
    @Operation(operationId = "confirmInnovation", summary = "Says that it still runs as described")
    ResponseEntity<InnovationView> confirm(@PathVariable String id) {
        return answer(HttpStatus.OK, Refusal.orValue(innovations.confirm(known(id), current.require())));
    }

    @PostMapping(path = "/{id}/retire", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "retireInnovation", summary = "Ends it; it stays findable and says why")
    ResponseEntity<InnovationView> retire(@PathVariable String id, @RequestBody Why why) {
        String reason = why.reason() == null ? "" : why.reason();
        if (!PlainText.is(reason)) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "reason", "not-plain-text");
        }
        return answer(HttpStatus.OK, Refusal.orValue(innovations.retire(known(id), reason, current.require())));
    }

    private Innovation found(String id, @Nullable Person by) {
        Innovation found = innovations.find(known(id), by).orElseThrow(() -> Refusal.unknown("id"));
        if (found.status() == Status.WITHDRAWN) {
            throw Refusal.of(HttpStatus.GONE, "", "withdrawn");
        }
        return found;
    }

    private static InnovationId known(String id) {
        return InnovationId.parse(id).orElseThrow(() -> Refusal.unknown("id"));
    }

    private ResponseEntity<InnovationView> answer(HttpStatus status, Innovation innovation) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(innovation.revision()))
                .body(view(innovation));
    }

    private InnovationView view(Innovation innovation) {
        return InnovationView.of(innovation, areas, origins, zone);
    }

    private @Nullable AreaCode area(@Nullable String area) {
        if (area == null || area.isBlank()) {
            return null;
        }
        try {
            return new AreaCode(area.strip());
        } catch (IllegalArgumentException notACode) {
            return areas.named(area)
                    .map(Area::code)
                    .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "area", "unknown-area-filter"));
        }
    }
}
