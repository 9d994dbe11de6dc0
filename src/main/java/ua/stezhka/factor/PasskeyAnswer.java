package ua.stezhka.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;
import java.io.UncheckedIOException;
import java.util.Base64;
import ua.stezhka.platform.Json;

/** What a browser sends of a passkey: the JSON of WebAuthn, of which every part that we use must be there. */
final class PasskeyAnswer {
    private final JsonNode answer;

    private PasskeyAnswer(JsonNode answer) {
        this.answer = answer;
    }

    /** @throws IllegalArgumentException when it is no JSON */
    static PasskeyAnswer parse(String json) {
        try {
            return new PasskeyAnswer(Json.read(json, JsonNode.class));
        } catch (UncheckedIOException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }

    /** Which passkey it is. @throws IllegalArgumentException when the answer does not say */
    byte[] id() {
        return bytes(answer.path("rawId"));
    }

    /** The passkey that was used. @throws IllegalArgumentException when a part is missing */
    AuthenticationRequest used() {
        return new AuthenticationRequest(
                id(), part("userHandle"), part("authenticatorData"), part("clientDataJSON"), part("signature"));
    }

    /** The passkey that was made. @throws IllegalArgumentException when a part is missing */
    RegistrationRequest made() {
        return new RegistrationRequest(part("attestationObject"), part("clientDataJSON"));
    }

    private byte[] part(String name) {
        return bytes(answer.path("response").path(name));
    }

    private static byte[] bytes(JsonNode text) {
        if (!text.isTextual()) {
            throw new IllegalArgumentException("a part of the answer is missing");
        }
        return Base64.getUrlDecoder().decode(text.textValue());
    }
}
