package ua.stezhka.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Sessions for programs: renewing the own one, seeing and ending those of the person. */
@Path("/api/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SessionResource {
    private final OwnSessions own;
    private final Identities identities;
    private final SessionCookies cookies;
    private final Visitor visitor;

    SessionResource(OwnSessions own, Identities identities, SessionCookies cookies, Visitor visitor) {
        this.own = own;
        this.identities = identities;
        this.cookies = cookies;
        this.visitor = visitor;
    }

    /** Renews a session: a program sends its refresh token and gets the next pair, a browser sends and gets cookies. */
    @POST
    @Path("sessions/current/refresh")
    @Operation(
            operationId = "refreshSession",
            summary =
                    "Get the next tokens for a refresh token, which is used up; using it again later ends the session")
    @APIResponse(responseCode = "200", description = "The next tokens; without them for a browser, which gets cookies")
    @APIResponse(responseCode = "401", description = "The refresh token opens nothing")
    public RefreshedSession refresh(@Nullable RefreshRequest request, @Context ContainerRequestContext context) {
        String sent = request == null ? null : request.refreshToken();
        NewSession session = identities
                .renewed(sent == null ? cookies.refreshToken(context) : sent)
                .orElseThrow(Problem::unauthenticated);
        if (sent == null) {
            visitor.becomes(session);
            return new RefreshedSession(
                    null,
                    session.tokenLasts().toSeconds(),
                    null,
                    session.lasts().toSeconds());
        }
        SessionToken token = SessionToken.of(session);
        return new RefreshedSession(token.token(), token.expiresIn(), token.refreshToken(), token.refreshExpiresIn());
    }

    /** Where the person is signed in. */
    @GET
    @Path("sessions")
    @Operation(operationId = "listSessions", summary = "Where the person is signed in, last used first")
    @APIResponse(responseCode = "200", description = "The sessions that live")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    public List<OwnSession> list() {
        UUID current = visitor.requireSession();
        return own.of(visitor.requireRegistered()).stream()
                .map(session -> OwnSession.of(session, current))
                .toList();
    }

    /** Ends the sessions elsewhere. */
    @DELETE
    @Path("sessions")
    @Operation(operationId = "endOtherSessions", summary = "Sign out everywhere else: all sessions end but this one")
    @APIResponse(responseCode = "204", description = "The other sessions have ended")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    public Response endOthers() {
        own.endOthers(visitor.requireRegistered(), visitor.requireSession());
        return Response.noContent().build();
    }

    /** Ends one session. */
    @DELETE
    @Path("sessions/{session}")
    @Operation(operationId = "endSession", summary = "End one of the person's sessions")
    @APIResponse(responseCode = "204", description = "The session has ended")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "404", description = "The person has no such session")
    public Response end(@PathParam("session") UUID session) {
        UUID current = visitor.requireSession();
        own.end(visitor.requireRegistered(), session);
        if (session.equals(current)) {
            visitor.leaves();
        }
        return Response.noContent().build();
    }

    /** The refresh token of a program; a browser leaves it out and sends its cookie. */
    public record RefreshRequest(@Nullable String refreshToken) {}

    /** The next tokens and how many seconds they last; a browser gets them as cookies only. */
    public record RefreshedSession(
            @Nullable String token,
            long expiresIn,
            @Nullable String refreshToken,
            long refreshExpiresIn) {}

    /**
     * One session.
     *
     * @param way     how the person came in, such as {@code password}
     * @param browser its name, or empty
     * @param device  {@code phone}, {@code tablet}, {@code computer}, {@code program} or {@code unknown}
     * @param current whether it is the one that asks
     */
    public record OwnSession(
            UUID id, String way, String browser, String device, Instant startedAt, Instant seenAt, boolean current) {
        static OwnSession of(OwnSessions.Living session, UUID current) {
            return new OwnSession(
                    session.id(),
                    session.way().key(),
                    session.device().browser(),
                    session.device().kind().key(),
                    session.startedAt(),
                    session.seenAt(),
                    session.id().equals(current));
        }
    }
}
