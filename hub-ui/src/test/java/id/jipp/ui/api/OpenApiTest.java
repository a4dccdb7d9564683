package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API's document says what the API does, and nothing else. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    /** What the contract with the outside names, as far as it is built. */
    private static final String[] CONTRACT = {
        "GET /api/v1/hub",
        "GET /api/v1/peers",
        "POST /api/v1/peers/invitations",
        "POST /api/v1/peers",
        "POST /api/v1/peers/{hub}/accept",
        "PUT /api/v1/peers/{hub}/policy",
        "POST /api/v1/peers/{hub}/pause",
        "POST /api/v1/peers/{hub}/resume",
        "POST /api/v1/peers/{hub}/leave",
        "POST /api/v1/peers/{hub}/block",
        "GET /api/v1/innovations",
        "POST /api/v1/innovations",
        "PUT /api/v1/innovations/{id}",
        "POST /api/v1/innovations/{id}/publish",
        "POST /api/v1/innovations/{id}/retire",
        "POST /api/v1/innovations/{id}/confirm",
        "GET /api/v1/innovations/{id}/lineage",
        "POST /api/v1/import",
        "POST /api/v1/imports/{id}/undo",
        "GET /api/v1/rooms",
        "POST /api/v1/rooms",
        "GET /api/v1/rooms/{id}/messages",
        "POST /api/v1/rooms/{id}/messages",
        "GET /api/v1/digest",
        "GET /api/v1/seminars",
        "POST /api/v1/seminars",
        "GET /api/v1/seminars/{id}",
        "POST /api/v1/seminars/{id}/materials",
        "GET /api/v1/materials/{sha256}",
    };

    private static final Set<String> FILES = Set.of(
            "POST /api/v1/import",
            "POST /api/v1/parcel",
            "POST /api/v1/seminars/{id}/materials",
            "PATCH /api/v1/uploads/{id}");

    private RunningHub hub;
    private JsonNode document;

    @BeforeAll
    void read(RunningHub shared) {
        hub = shared;
        document = Caller.nobody(hub.url()).get("/api/v1/openapi.json").json();
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndNoOther() {
        assertThat(described()).isEqualTo(mapped());
    }

    @Test
    void whatTheContractNamesIsThere() {
        assertThat(described()).contains(CONTRACT);
    }

    @Test
    void everyOperationHasItsNameItsSentenceAndItsProblems() {
        Set<String> names = new TreeSet<>();
        operations((call, operation) -> {
            assertThat(operation.path("operationId").asString()).as(call).matches("[a-z][A-Za-z]+");
            assertThat(names.add(operation.path("operationId").asString()))
                    .as(call)
                    .isTrue();
            assertThat(operation.path("summary").asString()).as(call).isNotBlank();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString())
                    .as(call)
                    .isEqualTo("#/components/schemas/ApiProblem");
        });
        assertThat(document.at("/components/schemas/ApiProblem/properties/errors")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void whatChangesSomethingAndIsNoFileTakesAKey() {
        operations((call, operation) -> {
            boolean takesAKey = parameters(operation).contains("header Idempotency-Key");
            boolean changes = !call.startsWith("GET") && !call.startsWith("HEAD") && !FILES.contains(call);
            assertThat(takesAKey).as(call).isEqualTo(changes);
        });
    }

    @Test
    void aChangeTakesARevision() {
        for (String path : new String[] {"innovations~1{id}", "peers~1{hub}~1policy"}) {
            assertThat(parameters(document.at("/paths/~1api~1v1~1" + path + "/put")))
                    .contains("header If-Match");
        }
    }

    @Test
    void whatIsSaidOfAnInnovationIsDescribedFieldByField() {
        for (String operation :
                new String[] {"/paths/~1api~1v1~1innovations/post", "/paths/~1api~1v1~1innovations~1{id}/put"}) {
            assertThat(document.at(operation + "/requestBody/content/application~1json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/InnovationFields");
        }
        JsonNode fields = document.at("/components/schemas/InnovationFields/properties");
        assertThat(fields.propertyNames())
                .contains(
                        "title",
                        "localName",
                        "agency",
                        "areaCode",
                        "areaName",
                        "year",
                        "award",
                        "category",
                        "summary",
                        "problem",
                        "solution",
                        "result",
                        "beneficiaries",
                        "costClass",
                        "legalBasis",
                        "sdg",
                        "digital",
                        "phase",
                        "sourceUrl");
    }

    /** A document that names this machine's address would lead others astray. */
    @Test
    void theDocumentNamesNoMachineBeyondTheCallersOwnAddress() {
        assertThat(document.path("servers").size()).isLessThanOrEqualTo(1);
        assertThat(document.toString()).doesNotContain("id.jipp", "127.0.0.1");
    }

    private Set<String> described() {
        Set<String> all = new TreeSet<>();
        operations((call, operation) -> all.add(call));
        return all;
    }

    private Set<String> mapped() {
        Set<String> all = new TreeSet<>();
        hub.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/v1/openapi"))
                        .forEach(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(verb -> verb + " " + path)
                                .forEach(all::add)));
        return all;
    }

    private void operations(java.util.function.BiConsumer<String, JsonNode> each) {
        document.path("paths")
                .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, operation) ->
                        each.accept(verb.toUpperCase(java.util.Locale.ROOT) + " " + path, operation)));
    }

    private static Set<String> parameters(JsonNode operation) {
        Set<String> all = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> all.add(parameter.path("in").asString() + " "
                        + parameter.path("name").asString()));
        return all;
    }
}
