package ua.stezhka.xapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the version of the standard on every answer of the record store, errors too. Source: xAPI 1.0.3 part 3, 3.3. */
class VersionHeader {
    @ServerResponseFilter
    public void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/xapi/")) {
            response.getHeaders().putSingle("X-Experience-API-Version", Statement.VERSION);
        }
    }
}
