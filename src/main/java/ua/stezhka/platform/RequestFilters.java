package ua.stezhka.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Opens the frame of each request, refuses requests that another site sent, and sets the headers of private pages. */
class RequestFilters {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private final Frame frame;
    private final PlatformConfig config;

    RequestFilters(Frame frame, PlatformConfig config) {
        this.frame = frame;
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true, priority = 100)
    public void openFrame(ContainerRequestContext request) {
        String traceId = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        MDC.put("traceId", traceId);
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
        frame.begin(Comfort.parse(Cookies.value(request, Comfort.COOKIE)), path, traceId);
        if (request.getMethod().equals("GET")) {
            frame.goesOnAt(path);
        }
    }

    /**
     * Cross-site request forgery: an unsafe request must prove that it comes from our own page (Sec-Fetch-Site or Origin),
     * or carry a bearer token, or be JSON from a program without cookies. Source: ASVS 5.0, 3.5.1.
     */
    @ServerRequestFilter(preMatching = true, priority = 200)
    public @Nullable Response refuseForeign(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || isReport(request) || ownOrigin(request)) {
            return null;
        }
        throw Problem.forbidden("foreign_request");
    }

    /** Browsers send reports without saying where they come from; a report changes nothing. */
    private static boolean isReport(ContainerRequestContext request) {
        return request.getUriInfo().getPath().equals("/policy-reports");
    }

    private boolean ownOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        if (origin != null) {
            return origin.equals(ownOriginOf(request));
        }
        if (site != null) {
            return true;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean bearer = authorization != null && authorization.startsWith("Bearer ");
        MediaType type = request.getMediaType();
        boolean program =
                request.getCookies().isEmpty() && type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return bearer || program;
    }

    private String ownOriginOf(ContainerRequestContext request) {
        if (config.origin().isPresent()) {
            return config.origin().get();
        }
        URI uri = request.getUriInfo().getBaseUri();
        return uri.getScheme() + "://" + request.getHeaderString(HttpHeaders.HOST);
    }

    @ServerResponseFilter
    public void setHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (config.showStatements()) {
            headers.putSingle("X-Statements", frame.statements());
        }
        MDC.remove("traceId");
    }
}
