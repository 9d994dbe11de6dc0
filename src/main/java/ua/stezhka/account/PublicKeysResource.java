package ua.stezhka.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/** The public halves of the keys that sign sessions, for whoever wants to verify a token of ours. Source: RFC 7517. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class PublicKeysResource {
    /** Shorter than the time in which a new key is known but signs nothing yet. */
    private static final String BRIEFLY = "public, max-age=30";

    private final SigningKeys keys;

    PublicKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(operationId = "publicKeys", summary = "The public keys of access tokens, as a JSON Web Key Set")
    @APIResponse(responseCode = "200", description = "The keys whose tokens are taken now")
    public Response keys() {
        KeySet set = new KeySet(
                keys.all().stream().map(PublicKeysResource::published).toList());
        return Response.ok(set).header(HttpHeaders.CACHE_CONTROL, BRIEFLY).build();
    }

    private static Map<String, Object> published(SigningKey key) {
        RsaJsonWebKey published = new RsaJsonWebKey(key.publicKey());
        published.setKeyId(key.id());
        published.setUse("sig");
        published.setAlgorithm("RS256");
        return new TreeMap<>(published.toParams(OutputControlLevel.PUBLIC_ONLY));
    }

    /** A JSON Web Key Set. */
    public record KeySet(List<Map<String, Object>> keys) {}
}
