package ua.stezhka.account;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Frame;

/**
 * The first press of a browser that nobody knows goes in two steps: the first gives it a key and has it send the same once more (307),
 * the second makes the guest. So a press that comes twice is one guest, without script and without a key in any page or address.
 */
class GuestKeyFilters {
    static final String PROGRAM_KEY = "Idempotency-Key";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** In the address of the second step; tells that a key was sent and nothing of it. */
    private static final String SENT = "key=sent";

    private final Visitor visitor;
    private final GuestKeys keys;
    private final Frame frame;

    GuestKeyFilters(Visitor visitor, GuestKeys keys, Frame frame) {
        this.visitor = visitor;
        this.keys = keys;
        this.frame = frame;
    }

    @ServerRequestFilter
    public void take(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        String path = request.getUriInfo().getPath();
        visitor.startsBy(
                path.startsWith("/api/") || path.startsWith("/xapi/") ? ofProgram(request) : ofBrowser(request));
    }

    private static GuestStart ofProgram(ContainerRequestContext request) {
        Optional<String> key = GuestKeys.ofProgram(request.getHeaderString(PROGRAM_KEY));
        return key.isPresent() ? new GuestStart.Keyed(key.get(), false) : GuestStart.Unkeyed.AT_ONCE;
    }

    private GuestStart ofBrowser(ContainerRequestContext request) {
        String cookie = Cookies.value(request, keys.cookieName());
        if (cookie == null && frame.getPath().endsWith(SENT)) {
            return GuestStart.Unkeyed.KEEPS_NO_COOKIES;
        }
        Optional<String> key = keys.ofBrowser(cookie);
        return key.isPresent() ? new GuestStart.Keyed(key.get(), true) : GuestStart.Unkeyed.BRINGS_NO_KEY;
    }

    @ServerExceptionMapper
    public Response sendOnceMore(GuestKeyNeeded first) {
        String path = frame.getPath();
        String again = path.endsWith(SENT) ? path : path + (path.indexOf('?') < 0 ? '?' : '&') + SENT;
        return Response.temporaryRedirect(URI.create(again)).cookie(keys.next()).build();
    }

    /** A key that has begun a session is done; one that came with somebody known never does anything. */
    @ServerResponseFilter
    public void done(ContainerRequestContext request, ContainerResponseContext response) {
        if (visitor.newSession().isPresent() && Cookies.value(request, keys.cookieName()) != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, keys.none());
        }
    }
}
