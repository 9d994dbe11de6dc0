package ua.stezhka.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import ua.stezhka.platform.Problem;

/**
 * Signed tokens of sessions. One fixed algorithm (RS256), one key, issuer, audience, type and time are checked; nothing in a
 * token's header chooses a key. Source: ASVS 5.0, 9.1 and 9.2.
 */
@Singleton
class Tokens {
    private static final String ISSUER = "stezhka";
    private static final String AUDIENCE = "stezhka";
    private static final String TYPE = "at+jwt";
    private static final int MOST_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final JwtConsumer consumer;
    /** What was once verified need not be again: the same text has the same signature. Bounded, and by all of the text. */
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKey(keys.pair().getPublic())
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(30)
                .build();
    }

    /** A token for this session. */
    String issue(UUID sessionId, UUID personId, Instant expiresAt) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(personId.toString())
                .claim("jti", sessionId.toString())
                .issuedAt(clock.instant())
                .expiresAt(expiresAt)
                .jws()
                .header("typ", TYPE)
                .sign(keys.pair().getPrivate());
    }

    /**
     * The session of a token.
     *
     * @throws Problem.Unauthenticated when the token is not one of ours, was changed or is out of date
     */
    UUID sessionOf(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null && known.expiresAt().isAfter(clock.instant())) {
            return known.sessionId();
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            UUID sessionId = UUID.fromString(claims.getJwtId());
            verified.put(
                    token,
                    new Verified(
                            sessionId,
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
            return sessionId;
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notOurs) {
            throw Problem.unauthenticated();
        }
    }

    private record Verified(UUID sessionId, Instant expiresAt) {}
}
