package ua.stezhka.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import ua.stezhka.account.LoginName;

/**
 * A provider of OpenID Connect: authorization code with PKCE, state and nonce. Its keys are asked for at each sign-in, so that changed
 * ones count at once. Source: OpenID Connect Core 3.1.3.7, ASVS 5.0, V10.
 */
final class OpenIdProvider implements IdentityProvider {
    private static final int SKEW_SECONDS = 60;
    private static final int ROUNDING_SECONDS = 2;
    private static final int OLDEST_TOKEN_MINUTES = 10;

    private final ProviderConfig settings;
    private final ProviderLine line;
    private final Clock clock;

    OpenIdProvider(ProviderConfig settings, ProviderLine line, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public String label() {
        return settings.label();
    }

    @Override
    public String issuer() {
        return settings.issuer().toString();
    }

    @Override
    public URI door(SignInTicket ticket, URI callback) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("redirect_uri", callback.toString());
        asked.put("scope", "openid profile");
        asked.put("state", ticket.state());
        asked.put("nonce", ticket.nonce());
        asked.put("code_challenge", ticket.challenge());
        asked.put("code_challenge_method", "S256");
        if (ticket.askedAfreshAt() != null) {
            asked.put("prompt", "login");
        }
        URI door = line.check(address(discover(), "authorization_endpoint"));
        return URI.create(door + (door.getQuery() == null ? "?" : "&") + ProviderLine.encode(asked));
    }

    @Override
    public VouchedPerson redeem(SignInTicket ticket, URI callback, ProviderAnswer answered) {
        JsonNode service = discover();
        checkWhoseAnswer(service, answered);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", answered.code());
        form.put("redirect_uri", callback.toString());
        form.put("code_verifier", ticket.verifier());
        Map<String, String> headers = new LinkedHashMap<>();
        prove(service, form, headers);
        JsonNode answer = line.post(address(service, "token_endpoint"), form, headers);
        JsonNode keys = line.get(address(service, "jwks_uri"));
        return person(check(ProviderLine.text(answer, "id_token"), keys.toString()), ticket);
    }

    /** Another service may not pass its answer off as this one's. Source: RFC 9207, 2.4. */
    private void checkWhoseAnswer(JsonNode service, ProviderAnswer answer) {
        boolean promised =
                service.path("authorization_response_iss_parameter_supported").asBoolean(false);
        if (answer.issuer() == null ? promised : !answer.issuer().equals(issuer())) {
            throw new ProviderRefused("the answer is of another service");
        }
    }

    /** Who we are: by header, or in the form when the service takes nothing else. */
    private void prove(JsonNode service, Map<String, String> form, Map<String, String> headers) {
        String secret = settings.clientSecret().orElse("");
        JsonNode ways = service.path("token_endpoint_auth_methods_supported");
        boolean basic = ways.isMissingNode() || ways.toString().contains("\"client_secret_basic\"");
        if (!secret.isEmpty() && basic) {
            String pair = ProviderLine.encode(settings.clientId()) + ':' + ProviderLine.encode(secret);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        form.put("client_id", settings.clientId());
        if (!secret.isEmpty()) {
            form.put("client_secret", secret);
        }
    }

    private JsonNode discover() {
        String issuer = issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode service = line.get(URI.create(base + "/.well-known/openid-configuration"));
        if (!ProviderLine.text(service, "issuer").equals(issuer)) {
            throw new ProviderRefused("calls itself by another name");
        }
        return service;
    }

    private static URI address(JsonNode service, String member) {
        try {
            return URI.create(ProviderLine.text(service, member));
        } catch (IllegalArgumentException e) {
            throw new ProviderRefused("has no address as " + member, e);
        }
    }

    private JwtClaims check(String token, String keys) {
        try {
            JwtConsumer consumer = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT,
                            AlgorithmIdentifiers.RSA_USING_SHA256,
                            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .setExpectedIssuer(issuer())
                    .setExpectedAudience(settings.clientId())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_TOKEN_MINUTES * 60)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build();
            return consumer.processToClaims(token);
        } catch (InvalidJwtException | JoseException e) {
            throw new ProviderRefused("the identity token is not good", e);
        }
    }

    private VouchedPerson person(JwtClaims claims, SignInTicket ticket) {
        try {
            String party = claims.getClaimValueAsString("azp");
            boolean forUs = party == null ? claims.getAudience().size() == 1 : party.equals(settings.clientId());
            if (!forUs || !ticket.nonce().equals(claims.getClaimValueAsString("nonce"))) {
                throw new ProviderRefused("the identity token was made for something else");
            }
            checkAskedAfresh(ticket, claims);
            String subject = claims.getSubject();
            if (subject.isBlank() || subject.length() > 255) {
                throw new ProviderRefused("the identity token names nobody");
            }
            String name = claims.getClaimValueAsString("name");
            return new VouchedPerson(claims.getIssuer(), subject, name == null ? "" : LoginName.clean(name));
        } catch (MalformedClaimException e) {
            throw new ProviderRefused("the identity token is malformed", e);
        }
    }

    /**
     * Where the service says when it asked who it is, it must have done so for this sign-in. Each clock is compared with itself only: its
     * own clock for the age of the answer, ours for the time since the question.
     */
    private void checkAskedAfresh(SignInTicket ticket, JwtClaims claims) throws MalformedClaimException {
        Instant asked = ticket.askedAfreshAt();
        NumericDate answered = claims.getNumericDateClaimValue("auth_time");
        if (asked == null || answered == null) {
            return;
        }
        long age = claims.getIssuedAt().getValue() - answered.getValue();
        if (age > Duration.between(asked, clock.instant()).toSeconds() + ROUNDING_SECONDS) {
            throw new ProviderRefused("signed in whom it remembered, and was told to ask");
        }
    }
}
