package ua.stezhka.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signed access tokens of sessions. One fixed algorithm (RS256), issuer, audience, type and times are checked. The header chooses among
 * our own keys by their names and does nothing else: no key is ever fetched or taken from a token. Source: ASVS 5.0, 9.1 and 9.2.
 */
@Singleton
class Tokens {
    private static final String ISSUER = "stezhka";
    private static final String AUDIENCE = "stezhka";
    private static final String TYPE = "at+jwt";
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST = 2_000;
    private static final int SKEW_SECONDS = 30;
    private static final int OLDEST_SECONDS = 365 * 24 * 60 * 60;

    private final SigningKeys keys;
    private final Clock clock;
    /** What was once verified need not be again: the same text has the same signature. Bounded, and by all of the text. */
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for this session. */
    String issue(UUID sessionId, UUID personId, Instant expiresAt) {
        SigningKey key = keys.signing();
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(personId.toString())
                .claim("jti", sessionId.toString())
                .claim("nbf", now.getEpochSecond())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .jws()
                .header("typ", TYPE)
                .keyId(key.id())
                .sign(key.privateKey());
    }

    /**
     * The session of a token; empty when the token is not one of ours, was changed or is out of date.
     *
     * @throws ua.stezhka.platform.Problem.Busy when our keys are missing or damaged: then nobody can tell
     */
    Optional<UUID> sessionOf(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null
                && known.expiresAt().isAfter(clock.instant())
                && keys.find(known.keyId()).isPresent()) {
            return Optional.of(known.sessionId());
        }
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        List<SigningKey> ours = keys.all();
        try {
            Verified fresh = verify(token, ours);
            verified.put(token, fresh);
            return Optional.of(fresh.sessionId());
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Verified verify(String token, List<SigningKey> ours) throws InvalidJwtException, MalformedClaimException {
        var read = consumer(ours).process(token);
        JwtClaims claims = read.getJwtClaims();
        String keyId = ((JsonWebSignature) read.getJoseObjects().getFirst()).getKeyIdHeaderValue();
        return new Verified(
                UUID.fromString(claims.getJwtId()),
                keyId,
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private JwtConsumer consumer(List<SigningKey> ours) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver((signature, nesting) -> key(signature, ours))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setRequireNotBefore()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    private static Key key(JsonWebStructure signature, List<SigningKey> ours) throws UnresolvableKeyException {
        String named = signature.getKeyIdHeaderValue();
        return ours.stream()
                .filter(key -> key.id().equals(named))
                .findFirst()
                .orElseThrow(() -> new UnresolvableKeyException("not one of our keys"))
                .publicKey();
    }

    private record Verified(UUID sessionId, String keyId, Instant expiresAt) {}
}
