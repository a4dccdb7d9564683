package id.jipp.ui.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's document says beside its operations. */
@Configuration
class OpenApiConfiguration {
    @Bean
    OpenAPI apiDocument() {
        Components components = new Components()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        return new OpenAPI()
                .info(new Info()
                        .title("JIPP Hub")
                        .version("1")
                        .description("One hub of the network of public-service innovation. Lists answer items, total,"
                                + " page and size (at most 200). Errors are problem details (RFC 9457).")
                        .license(new License().name("Apache-2.0")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Every operation may answer with a problem; what changes something may be called again under its key. */
    @Bean
    OpenApiCustomizer everyOperation() {
        return document -> {
            ModelConverters.getInstance(true).readAll(ApiProblem.class).forEach(document.getComponents()::addSchemas);
            document.getPaths()
                    .values()
                    .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                        operation.getResponses().addApiResponse("default", problem());
                        if (changes(method) && !takesAFile(operation)) {
                            operation.addParametersItem(key());
                        }
                    }));
        };
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem")
                .content(new Content()
                        .addMediaType(
                                ApiProblem.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/ApiProblem"))));
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(RepeatedCalls.HEADER)
                .description(
                        "1 to 128 ASCII characters of the caller's choice. The same call under the same key is done"
                                + " once and answered alike for a day; another call under it is refused with 422")
                .schema(new StringSchema().maxLength(128));
    }

    private static boolean changes(PathItem.HttpMethod method) {
        return method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
    }

    private static boolean takesAFile(Operation operation) {
        if (operation.getRequestBody() == null) {
            return false;
        }
        Content body = operation.getRequestBody().getContent();
        return body.containsKey(org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE)
                || body.containsKey(org.springframework.http.MediaType.APPLICATION_OCTET_STREAM_VALUE)
                || body.containsKey(UploadApi.PIECE);
    }
}
