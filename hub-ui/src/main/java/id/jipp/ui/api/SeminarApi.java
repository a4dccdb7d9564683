package id.jipp.ui.api;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialId;
import id.jipp.core.material.Materials;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.SeminarPage;
import id.jipp.core.seminar.SeminarQuery;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.security.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The seminars of all hubs and their materials; its own can be changed. */
@RestController
@RequestMapping(path = "/api/v1/seminars", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "seminars")
class SeminarApi {
    private static final int SIZE_USUAL = 20;

    private final Seminars seminars;
    private final Materials materials;
    private final AttachForm form;
    private final CurrentPerson current;
    private final ZoneId zone;

    SeminarApi(Seminars seminars, Materials materials, AttachForm form, CurrentPerson current, HubSettings settings) {
        this.seminars = seminars;
        this.materials = materials;
        this.form = form;
        this.current = current;
        this.zone = settings.area().zone();
    }

    @GetMapping
    @Operation(operationId = "listSeminars", summary = "Seminars of all hubs, the latest first")
    ApiList<SeminarView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String hub,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Paging paging = Paging.of(page, size, SIZE_USUAL);
        SeminarPage found =
                seminars.list(new SeminarQuery(Filters.words(q), year, Filters.hub(hub), paging.page(), paging.size()));
        return new ApiList<>(
                found.items().stream().map(this::view).toList(), found.total(), paging.page(), paging.size());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getSeminar", summary = "One seminar with its materials; its ETag is its revision")
    ResponseEntity<SeminarView> get(@PathVariable String id) {
        return answer(found(id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createSeminar",
            summary = "Tells the network of a seminar of this hub",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SeminarFieldsView.class))))
    ResponseEntity<SeminarView> create(
            @Parameter(hidden = true) @RequestBody ObjectNode body, HttpServletRequest request) {
        Person person = current.require();
        Seminar seminar =
                Refusal.orValue(seminars.create(seminars.idOf(CallKey.of(request)), SeminarInput.read(body), person));
        return ResponseEntity.created(URI.create("/api/v1/seminars/" + seminar.id()))
                .eTag(Revision.tag(seminar.revision()))
                .body(view(seminar));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeSeminar",
            summary = "Replaces what is said of it, if it is still at the revision in If-Match",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = SeminarFieldsView.class))))
    ResponseEntity<SeminarView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @RequestBody ObjectNode body) {
        Person person = current.require();
        Seminar before = found(id);
        int expected = Revision.expected(ifMatch, before.revision());
        Outcome<Seminar> outcome = seminars.change(before.id(), SeminarInput.read(body), expected, person);
        if (outcome instanceof Outcome.Refused<Seminar> refused && refused.why() == Outcome.Why.CONFLICT) {
            throw Revision.stale(found(id).revision());
        }
        return answer(Refusal.orValue(outcome));
    }

    @PostMapping(
            path = "/{id}/materials",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "attachMaterial",
            summary = "Gives a file to a seminar: sent with it, or an upload that is finished",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = AttachForm.Described.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = MaterialInput.class))
                            }))
    ResponseEntity<MaterialView> attach(@PathVariable String id, HttpServletRequest request) throws IOException {
        Person person = current.require();
        SeminarId seminar = found(id).id();
        MaterialView attached = MaterialView.of(form.attach(seminar, request, person));
        return ResponseEntity.created(URI.create("/api/v1/materials/" + attached.sha256()))
                .body(attached);
    }

    @PatchMapping(path = "/{id}/materials/{sha256}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeMaterial",
            summary = "Changes title, kind, licence, consent or share; what is not said stays as it is")
    MaterialView change(@PathVariable String id, @PathVariable String sha256, @RequestBody MaterialInput said) {
        Person person = current.require();
        Material before = material(id, sha256, person);
        return MaterialView.of(
                Refusal.orValue(materials.change(before.id(), said.changing(before), before.revision(), person)));
    }

    @DeleteMapping("/{id}/materials/{sha256}")
    @Operation(
            operationId = "withdrawMaterial",
            summary = "Takes a material away from its seminar, here and at every hub that was told of it")
    ResponseEntity<Void> withdraw(@PathVariable String id, @PathVariable String sha256) {
        Person person = current.require();
        Refusal.orValue(materials.withdraw(material(id, sha256, person).id(), person));
        return ResponseEntity.noContent().build();
    }

    private Material material(String id, String sha256, Person person) {
        Hash file = MaterialId.fileOf(sha256).orElseThrow(() -> Refusal.unknown("sha256"));
        return materials
                .find(new MaterialId(found(id).id(), file), person)
                .orElseThrow(() -> Refusal.unknown("sha256"));
    }

    private Seminar found(String id) {
        return SeminarId.parse(id).flatMap(seminars::find).orElseThrow(() -> Refusal.unknown("id"));
    }

    private ResponseEntity<SeminarView> answer(Seminar seminar) {
        return ResponseEntity.ok().eTag(Revision.tag(seminar.revision())).body(view(seminar));
    }

    private SeminarView view(Seminar seminar) {
        return SeminarView.of(
                seminar,
                materials.of(seminar.id(), current.find().orElse(null)).stream()
                        .map(MaterialView::of)
                        .toList(),
                zone);
    }
}
