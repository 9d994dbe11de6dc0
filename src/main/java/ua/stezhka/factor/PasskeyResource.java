package ua.stezhka.factor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a browser asks for before it comes in with a passkey. */
@Path("/api/v1/passkey-challenge")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class PasskeyResource {
    private final PasskeyCeremony ceremony;

    PasskeyResource(PasskeyCeremony ceremony) {
        this.ceremony = ceremony;
    }

    @GET
    @Operation(
            operationId = "passkeyChallenge",
            summary =
                    "Options for navigator.credentials.get: a new challenge each time, good for five minutes and one answer")
    @APIResponse(responseCode = "200", description = "PublicKeyCredentialRequestOptionsJSON of WebAuthn")
    public Map<String, Object> challenge() {
        return ceremony.signInOptions();
    }
}
