package ua.stezhka.factor;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Problem;

/**
 * Who has given a password and owes a second factor meets nothing but the pages where it is given or set up: every other route, also one that
 * somebody adds tomorrow, leads there or refuses. Source: ASVS 5.0, 6.3.3.
 */
class SecondFactorGate {
    static final String GIVE = "/sign-in/second-factor";
    static final String SETTINGS = "/settings/second-factor";

    /** What answers without data: the step itself, other ways in, the way out, how pages look. */
    private static final Set<String> OPEN = Set.of(
            GIVE,
            "/sign-in/passkey",
            "/sign-out",
            "/signed-out",
            "/comfort",
            "/policy-reports",
            "/api/v1/passkey-challenge",
            "/api/v1/sessions",
            "/api/v1/sessions/current",
            "/api/v1/sessions/current/second-factor");

    /** Where who has no second factor yet gets one; there is nothing of theirs to be seen. */
    private static final Set<String> SETUP = Set.of(SETTINGS, SETTINGS + "/app", SETTINGS + "/passkeys");

    private static final Set<String> FOR_PROGRAMS = Set.of("api", "xapi");

    private final Visitor visitor;

    SecondFactorGate(Visitor visitor) {
        this.visitor = visitor;
    }

    /** After it is known who asks, before anything is done. */
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public @Nullable Response hold(ContainerRequestContext request) {
        SessionPerson.Missing missing =
                visitor.sessionPerson().map(SessionPerson::missing).orElse(SessionPerson.Missing.NOTHING);
        String path = request.getUriInfo().getPath();
        if (missing == SessionPerson.Missing.NOTHING
                || OPEN.contains(path)
                || missing == SessionPerson.Missing.SETUP && SETUP.contains(path)) {
            return null;
        }
        if (FOR_PROGRAMS.contains(path.substring(1).split("/", 2)[0])) {
            throw Problem.forbidden("account.second_factor_needed");
        }
        return Response.seeOther(URI.create(GIVE + "?next=" + next(request))).build();
    }

    private static String next(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String page = request.getMethod().equals("GET")
                ? uri.getRawPath() + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery())
                : "/my";
        return URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
