package ua.stezhka.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.SessionPerson;

/**
 * What browser and server say to one another to make a passkey and to come in with one. Origin, host, challenge, signature, the person's
 * presence and their fingerprint, face or PIN are checked by webauthn4j. Source: WebAuthn Level 3, 7.1 and 7.2.
 */
@Singleton
class PasskeyCeremony {
    private static final String SIGN_IN = "sign-in";
    private static final int MILLISECONDS = 300_000;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final OwnOrigin own;

    PasskeyCeremony(Challenges challenges, Passkeys passkeys, OwnOrigin own) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.own = own;
    }

    /** What the browser needs to make a passkey in this session. Source: PublicKeyCredentialCreationOptionsJSON. */
    Map<String, Object> newOptions(SessionPerson person, String site, String signInName) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", encode(challenges.issue(making(person))));
        options.put("rp", Map.of("id", own.host(), "name", site));
        options.put(
                "user",
                Map.of("id", encode(handle(person.personId())), "name", signInName, "displayName", person.name()));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        options.put(
                "excludeCredentials",
                passkeys.credentialIds(person.personId()).stream()
                        .map(id -> Map.of("type", "public-key", "id", encode(id)))
                        .toList());
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        options.put("timeout", MILLISECONDS);
        return options;
    }

    /** What the browser needs to come in with any passkey of this site. Source: PublicKeyCredentialRequestOptionsJSON. */
    Map<String, Object> signInOptions() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", encode(challenges.issue(SIGN_IN)));
        options.put("rpId", own.host());
        options.put("userVerification", "required");
        options.put("timeout", MILLISECONDS);
        return options;
    }

    /** The passkey that the browser has made in this session; empty when the answer does not hold. */
    Optional<Passkeys.Fresh> made(SessionPerson person, String answer) {
        try {
            RegistrationData data = manager.parse(PasskeyAnswer.parse(answer).made());
            byte[] challenge = challengeOf(data.getCollectedClientData());
            if (!challenges.known(making(person), challenge)) {
                return Optional.empty();
            }
            manager.verify(data, new RegistrationParameters(server(challenge), algorithms(), true, true));
            return challenges.spend(challenge) ? Optional.of(fresh(data)) : Optional.empty();
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** Whose passkey has answered; empty when the answer does not hold. */
    Optional<UUID> recognise(String answer) {
        try {
            PasskeyAnswer said = PasskeyAnswer.parse(answer);
            AuthenticationData data = manager.parse(said.used());
            byte[] challenge = challengeOf(data.getCollectedClientData());
            return challenges.known(SIGN_IN, challenge)
                    ? passkeys.byCredential(said.id())
                            .filter(known -> proves(data, known, challenge))
                            .map(Passkeys.Known::personId)
                    : Optional.empty();
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static byte[] challengeOf(@Nullable CollectedClientData said) {
        if (said == null || said.getChallenge() == null) {
            throw new IllegalArgumentException("an answer to nothing");
        }
        return said.getChallenge().getValue();
    }

    private boolean proves(AuthenticationData data, Passkeys.Known known, byte[] challenge) {
        CredentialRecordImpl record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                null,
                known.signCount(),
                credentials.convert(known.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        manager.verify(data, new AuthenticationParameters(server(challenge), record, null, true, true));
        return Arrays.equals(data.getUserHandle(), handle(known.personId()))
                && challenges.spend(challenge)
                && passkeys.used(
                        known.id(),
                        Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
    }

    private Passkeys.Fresh fresh(RegistrationData data) {
        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        return new Passkeys.Fresh(
                credential.getCredentialId(),
                credentials.convert(credential),
                authenticator.getSignCount(),
                authenticator.isFlagBE());
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(new Origin(own.origin()), own.host(), new DefaultChallenge(challenge));
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String making(SessionPerson person) {
        return "making in " + person.sessionId();
    }

    private static byte[] handle(UUID personId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array();
    }
}
