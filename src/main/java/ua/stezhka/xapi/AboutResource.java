package ua.stezhka.xapi;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells programs which version of the standard they may speak here; open to all and asks for no version itself. */
@Path("/xapi/about")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AboutResource {
    /**
     * The record store's card.
     *
     * @param version    versions of the standard, newest last
     * @param extensions more about this store, by IRI
     */
    public record About(List<String> version, Map<String, String> extensions) {}

    @GET
    @Operation(summary = "Versions of the Experience API that this learning record store speaks")
    public About about() {
        return new About(List.of(Statement.VERSION), Map.of());
    }
}
