package ua.stezhka.framework;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The competence frameworks for programs. Where {@code namesOfficial} is false, the titles are working ones. */
@Path("/api/v1/frameworks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Frameworks")
public class FrameworkResource {
    private final Frameworks frameworks;

    FrameworkResource(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    @GET
    @Operation(operationId = "frameworks", summary = "All competence frameworks with areas, competences and levels")
    @APIResponse(
            responseCode = "200",
            description = "The frameworks; keep their ids, never numbers or titles, which may change")
    public List<Framework> frameworks() {
        return frameworks.all();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "framework", summary = "One competence framework")
    @APIResponse(responseCode = "200", description = "The framework")
    @APIResponse(responseCode = "404", description = "There is no such framework")
    public Framework framework(@Parameter(example = "digcomp-ua-citizens") @PathParam("id") String id) {
        return frameworks.framework(id);
    }
}
