package ua.stezhka.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Finds out who sends a request, and tells the browser when that changes. */
class IdentityFilters {
    static final String RENEWAL = "/api/v1/sessions/current/refresh";
    private static final String BEARER = "Bearer ";

    /** Where who comes with a cookie out of date is not refused: in and out goes whoever nobody knows. */
    private static final Set<String> DOORS = Set.of(
            "/sign-in",
            "/sign-in/link",
            "/sign-in/link/open",
            "/sign-in/link/password",
            "/email-confirmation",
            "/sign-in/second-factor",
            "/sign-in/passkey",
            "/api/v1/passkey-challenge",
            "/sign-out",
            "/registration",
            "/sign-in/card",
            "/card/claim",
            "/api/v1/accounts",
            "/api/v1/sessions",
            "/api/v1/sessions/current");

    private final Visitor visitor;
    private final Frame frame;
    private final Identities identities;
    private final SessionCookies cookies;
    private final KeptForms forms;

    IdentityFilters(Visitor visitor, Frame frame, Identities identities, SessionCookies cookies, KeptForms forms) {
        this.visitor = visitor;
        this.frame = frame;
        this.identities = identities;
        this.cookies = cookies;
        this.forms = forms;
    }

    /**
     * A token that is not ours, or whose session has ended, is refused; the answer also clears the cookies. At the doors such cookies
     * are as good as none: a second press of «sign in» or «sign out» comes with the cookies that the first has ended.
     */
    @ServerRequestFilter
    public void identify(ContainerRequestContext request, HttpServerRequest http) {
        visitor.comesFrom(Network.of(http.remoteAddress()), request.getHeaderString(HttpHeaders.USER_AGENT));
        String path = request.getUriInfo().getPath();
        if (path.equals(RENEWAL)) {
            return;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            know(identities.ofProgram(bearer(authorization), request.getMethod(), path));
        } else if (path.startsWith(SessionDoubts.LIFELINES)) {
            identities.ofToken(cookies.token(request)).ifPresent(this::know);
        } else {
            identify(request, DOORS.contains(path));
        }
    }

    /** A browser whose token is out of date gets a new one with the answer to whatever it asked for; nothing that it sent is lost. */
    private void identify(ContainerRequestContext request, boolean atDoor) {
        String token = cookies.token(request);
        String refreshToken = cookies.refreshToken(request);
        if (token == null && refreshToken == null || identified(token, refreshToken)) {
            return;
        }
        if (frame.isShared() && identities.settled(token, refreshToken) && identified(token, refreshToken)) {
            return;
        }
        visitor.leaves();
        if (!atDoor && !looksAround(request)) {
            keepForm(request, refreshToken);
            throw Problem.unauthenticated();
        }
    }

    private boolean identified(@Nullable String token, @Nullable String refreshToken) {
        Optional<SessionPerson> known = identities.ofToken(token);
        if (known.isPresent()) {
            know(known.get());
            return true;
        }
        Optional<NewSession> renewed = identities.renewed(refreshToken);
        renewed.ifPresent(session -> {
            visitor.becomes(session);
            know(session.person());
        });
        return renewed.isPresent();
    }

    /** What the browser sends is not lost: the same person goes on with it after signing in again, but for shared computers. */
    private void keepForm(ContainerRequestContext request, @Nullable String refreshToken) {
        if (frame.isShared() || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            return;
        }
        identities
                .personOf(refreshToken)
                .flatMap(person -> forms.keep(person, KeptForm.read(frame.getPath(), request.getEntityStream())))
                .ifPresent(cookie -> {
                    visitor.keeps(cookie);
                    frame.formKept(KeptFormPages.ADDRESS);
                });
    }

    /** On a shared computer the next person finds the ended session of the last one, and opens pages as a stranger. */
    private boolean looksAround(ContainerRequestContext request) {
        return frame.isShared() && request.getMethod().equals("GET");
    }

    private void know(SessionPerson person) {
        visitor.is(person);
        if (person.half()) {
            return;
        }
        frame.known(person.personId());
        if (person.named()) {
            frame.signedIn(person.name(), person.may(Permission.SEE_PEOPLE));
            frame.assists(!person.grantsFor(Permission.ASSIST_PEOPLE).isEmpty());
        }
    }

    private static String bearer(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            throw Problem.unauthenticated();
        }
        return authorization.substring(BEARER.length());
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (visitor.newSession().isPresent()) {
            cookies.set(response, visitor.newSession().get());
        } else if (visitor.leaving()) {
            cookies.clear(request, response);
        }
        visitor.keptForm().ifPresent(form -> response.getHeaders().add(HttpHeaders.SET_COOKIE, form));
    }
}
