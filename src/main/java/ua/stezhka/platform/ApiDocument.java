package ua.stezhka.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The OpenAPI document tells of the interface for programs only, its way of signing in, and the shape of problems. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<String> pages = document.getPaths().getPathItems().keySet().stream()
                .filter(path -> !path.startsWith("/api/") && !path.startsWith("/xapi/"))
                .toList();
        pages.forEach(document.getPaths()::removePathItem);
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(this::tellProblems));
    }

    private void tellProblems(Operation operation) {
        if (operation.getResponses() == null) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                tellProblem(response);
            }
        });
    }

    private static void tellProblem(APIResponse response) {
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
        }
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("Why a request was not carried out (RFC 9457)")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text("about:blank"))
                .addProperty("title", text("What happened, in the language of the request"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("code", text("Stable name of the problem, such as quiz.attempt_closed"))
                .addProperty("traceId", text("The number that stands in the log"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("field", text("The member that is wrong"))
                                        .addProperty("code", text("Stable name of the fault"))
                                        .addProperty("message", text("What to do"))));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
