package id.jipp.ui.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
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
        ModelConverters.getInstance().readAll(ApiProblem.class).forEach(components::addSchemas);
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

    /** Every operation may answer with a problem. */
    @Bean
    OpenApiCustomizer problems() {
        Content problem = new Content()
                .addMediaType(
                        ApiProblem.MEDIA_TYPE,
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/ApiProblem")));
        return document -> document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse(
                                        "default",
                                        new ApiResponse()
                                                .description("A problem")
                                                .content(problem))));
    }
}
