package ua.stezhka.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.Problem;

/** Accounts and sessions for programs: the same rights and rules as the pages. */
@Path("/api/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountResource {
    private final Registrations registrations;
    private final Minors minors;
    private final SignIns signIns;
    private final Visitor visitor;
    private final Frame frame;

    AccountResource(Registrations registrations, Minors minors, SignIns signIns, Visitor visitor, Frame frame) {
        this.registrations = registrations;
        this.minors = minors;
        this.signIns = signIns;
        this.visitor = visitor;
        this.frame = frame;
    }

    /** Makes an account of the guest who asks (or of a new one) and signs in. */
    @POST
    @Path("accounts")
    @Operation(operationId = "createAccount", summary = "Create an account; the guest's progress stays")
    @APIResponse(
            responseCode = "201",
            description = "The account is made; the token signs further requests as a bearer token")
    @APIResponse(responseCode = "409", description = "Signed in already")
    @APIResponse(responseCode = "422", description = "Something is wrong with the fields; each fault names its field")
    public Response register(AccountRequest request) {
        if (visitor.registered()) {
            throw Problem.conflict("account.signed_in_already");
        }
        NewAccount account = new NewAccount(
                orEmpty(request.name()),
                orEmpty(request.loginName()),
                orEmpty(request.password()),
                orEmpty(request.email()));
        Faults faults = account.check(new Faults(frame.locale()));
        if (request.birthYear() != null) {
            minors.fault(request.birthYear()).ifPresent(code -> faults.add("birthYear", code));
        }
        if (!faults.isEmpty()) {
            throw faults.problem();
        }
        String hash = registrations.hash(account.password());
        try {
            visitor.becomes(minors.register(visitor.sessionPerson(), account, hash, request.birthYear()));
        } catch (AccountTaken taken) {
            throw taken.tell(faults).problem();
        }
        return Response.status(201).entity(token()).build();
    }

    /** Signs in. */
    @POST
    @Path("sessions")
    @Operation(operationId = "signIn", summary = "Sign in by name (or e-mail) and password")
    @APIResponse(responseCode = "201", description = "Signed in; the token signs further requests as a bearer token")
    @APIResponse(responseCode = "401", description = "Name and password do not match")
    @APIResponse(responseCode = "409", description = "They match, but belong to another person than personKey names")
    @APIResponse(responseCode = "429", description = "Too many wrong tries; Retry-After tells the wait in seconds")
    public Response signIn(SignInRequest request, @Context HttpServerRequest http) {
        UUID person = signIns.recognise(
                        orEmpty(request.login()), orEmpty(request.password()), SignInPages.address(http))
                .orElseThrow(Problem::unauthenticated);
        if (request.personKey() != null && !request.personKey().equals(Frame.keyOf(person))) {
            throw Problem.conflict("account.other_person");
        }
        visitor.becomes(signIns.signIn(person, Way.PASSWORD, visitor.sessionPerson()));
        return Response.status(201).entity(token()).build();
    }

    /** Signs out: the session ends on every node. */
    @DELETE
    @Path("sessions/current")
    @Operation(operationId = "signOut", summary = "End this session")
    @APIResponse(responseCode = "204", description = "The session has ended")
    public Response signOut() {
        visitor.sessionPerson().ifPresent(signIns::signOut);
        visitor.leaves();
        return Response.noContent().build();
    }

    /** Who asks. */
    @GET
    @Path("me")
    @Operation(operationId = "me", summary = "Who asks: a registered person or a guest")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    public Me me() {
        return new Me(
                visitor.requirePersonId(), visitor.name(), visitor.registered(), visitor.may(Permission.SEE_PEOPLE));
    }

    private SessionToken token() {
        return SessionToken.of(visitor.newSession().orElseThrow());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What an account is made of; loginName and email may be left out. birthYear is given by people under 18 only. */
    public record AccountRequest(
            @Nullable String name,
            @Nullable String loginName,
            @Nullable String password,
            @Nullable String email,
            @Nullable Integer birthYear) {}

    /**
     * What signs in: the name or e-mail, and the password.
     *
     * @param personKey when somebody comes back to a page of theirs, its {@code data-person}: only this person is let in
     */
    public record SignInRequest(
            @Nullable String login,
            @Nullable String password,
            @Nullable String personKey) {}

    /** Who asks; the name of a guest is empty. */
    public record Me(UUID id, String name, boolean registered, boolean administrator) {}
}
