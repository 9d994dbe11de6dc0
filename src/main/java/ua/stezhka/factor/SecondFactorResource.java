package ua.stezhka.factor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.SessionToken;
import ua.stezhka.account.SignInPages;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.Problem;

/** The step after the password, for programs. */
@Path("/api/v1/sessions/current/second-factor")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class SecondFactorResource {
    private final SecondFactorCodes codes;
    private final SecondFactors factors;
    private final Visitor visitor;

    SecondFactorResource(SecondFactorCodes codes, SecondFactors factors, Visitor visitor) {
        this.codes = codes;
        this.factors = factors;
        this.visitor = visitor;
    }

    @POST
    @Operation(operationId = "giveSecondFactor", summary = "Give the code from the application, or a recovery code")
    @APIResponse(responseCode = "201", description = "Right; a new token takes the place of the one that asked")
    @APIResponse(responseCode = "401", description = "Nobody is signed in, or the code is not right")
    @APIResponse(responseCode = "409", description = "No code is needed now")
    @APIResponse(responseCode = "429", description = "Too many wrong codes; Retry-After tells the wait in seconds")
    public Response give(CodeRequest request, @Context HttpServerRequest http) {
        SessionPerson person = visitor.sessionPerson().orElseThrow(Problem::unauthenticated);
        if (person.missing() != SessionPerson.Missing.CODE) {
            throw Problem.conflict("account.second_factor_not_asked");
        }
        String code = request.code() == null ? "" : request.code();
        SecondFactorCodes.Source source =
                codes.use(person.personId(), code, SignInPages.address(http)).orElseThrow(Problem::unauthenticated);
        NewSession session = factors.given(person, source);
        visitor.becomes(session);
        return Response.status(201).entity(SessionToken.of(session)).build();
    }

    /** The code as typed. */
    public record CodeRequest(@Nullable String code) {}
}
