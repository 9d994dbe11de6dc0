package ua.stezhka.platform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Answers addresses that lead nowhere with the friendly page, in the frame of the person who asked. */
@Path("/")
@RunOnVirtualThread
public class UnknownPages {
    @GET
    @Path("{path: .+}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public String unknown() {
        throw Problem.notFound();
    }
}
