package ua.stezhka.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Takes the reports of browsers that kept something of a page from running: a sign of an attack or of our own mistake. */
@Path("/policy-reports")
@RunOnVirtualThread
public class PolicyReportsResource {
    private static final Logger LOG = Logger.getLogger(PolicyReportsResource.class);
    private static final int LONGEST = 200;

    @POST
    @Consumes({"application/csp-report", "application/json"})
    @Operation(hidden = true)
    public Response take(JsonNode report) {
        JsonNode body = report.path("csp-report");
        LOG.warnf(
                "content security policy: %s of %s on %s",
                shown(body.path("effective-directive")),
                shown(body.path("blocked-uri")),
                shown(body.path("document-uri")));
        return Response.noContent().build();
    }

    private static String shown(JsonNode value) {
        String text = value.asText("").replaceAll("[^\\x21-\\x7e]", "?").replaceAll("\\?.*", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
