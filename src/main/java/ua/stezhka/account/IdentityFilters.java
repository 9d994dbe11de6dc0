package ua.stezhka.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Cookies;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Finds out who sends a request, and tells the browser when that changes. */
class IdentityFilters {
    private static final String BEARER = "Bearer ";

    /** Where who comes with a cookie out of date is not refused: in and out goes whoever nobody knows. */
    private static final Set<String> DOORS = Set.of(
            "/sign-in",
            "/sign-out",
            "/registration",
            "/api/v1/accounts",
            "/api/v1/sessions",
            "/api/v1/sessions/current");

    private final Visitor visitor;
    private final Frame frame;
    private final Tokens tokens;
    private final Sessions sessions;
    private final String cookieName;
    private final boolean secure;

    IdentityFilters(Visitor visitor, Frame frame, Tokens tokens, Sessions sessions, AccountConfig config) {
        this.visitor = visitor;
        this.frame = frame;
        this.tokens = tokens;
        this.sessions = sessions;
        this.secure = config.secureCookies();
        this.cookieName = secure ? "__Host-stezhka" : "stezhka";
    }

    /**
     * A token that is not ours, or whose session has ended, is refused; the answer also clears the cookie. At the doors such a
     * cookie is as good as none: a second press of «sign in» or «sign out» comes with the cookie that the first has ended.
     */
    @ServerRequestFilter
    public void identify(ContainerRequestContext request, HttpServerRequest http) {
        visitor.comesFrom(Network.of(http.remoteAddress()));
        String token = token(request);
        if (token == null) {
            return;
        }
        visitor.leaves();
        try {
            know(sessions.find(tokens.sessionOf(token)).orElseThrow(Problem::unauthenticated));
        } catch (Problem.Unauthenticated unknown) {
            if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                    || !(atDoor(request) || looksAround(request))) {
                throw unknown;
            }
        }
    }

    private static boolean atDoor(ContainerRequestContext request) {
        return DOORS.contains(request.getUriInfo().getPath());
    }

    /** On a shared computer the next person finds the ended session of the last one, and opens pages as a stranger. */
    private boolean looksAround(ContainerRequestContext request) {
        return frame.isShared() && request.getMethod().equals("GET");
    }

    private void know(SessionPerson person) {
        visitor.is(person);
        frame.known(person.personId());
        if (person.registered()) {
            frame.signedIn(person.name(), person.may(Permission.SEE_PEOPLE));
        }
    }

    private @Nullable String token(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            if (!authorization.startsWith(BEARER)) {
                throw Problem.unauthenticated();
            }
            return authorization.substring(BEARER.length());
        }
        return Cookies.value(request, cookieName);
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (visitor.newSession().isPresent()) {
            NewSession session = visitor.newSession().get();
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie(session.token(), (int)
                    session.lasts().toSeconds()));
        } else if (visitor.leaving() && request.getCookies().containsKey(cookieName)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie("", 0));
        }
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(cookieName)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
