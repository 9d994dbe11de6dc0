package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens: each is good for one renewal of its session. A used one comes again only from a page asked for at the same moment,
 * from an answer that got lost, or from somebody who has stolen it. Source: RFC 9700, 4.14.2.
 */
@Singleton
class RefreshTokens {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountConfig config;

    RefreshTokens(Jdbi jdbi, Clock clock, AccountConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    /** The session that a token belongs to, used or not; empty when we do not know the token. */
    Optional<UUID> sessionOf(String token) {
        return Secrets.looksRight(token) ? find(token).map(Kept::sessionId) : Optional.empty();
    }

    /**
     * Uses a token. The caller holds the lock of its session, so no two requests do this at once.
     *
     * @return the token to renew with next time; empty when this one was used before and longer ago than a moment
     */
    @Transactional
    Optional<String> use(String token) {
        Instant moment = clock.instant().minus(config.refreshGrace());
        String current = token;
        Kept kept = find(current).orElseThrow();
        Successor successor = kept.successor();
        if (successor == null) {
            return Optional.of(succeed(current, kept.sessionId()));
        }
        while (successor != null) {
            if (successor.since().isBefore(moment)) {
                return Optional.empty();
            }
            current = Secrets.after(current, successor.salt());
            successor = find(current).orElseThrow().successor();
        }
        return Optional.of(current);
    }

    private String succeed(String token, UUID sessionId) {
        byte[] salt = Secrets.random();
        String next = Secrets.after(token, salt);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with used as (
                            update account.refresh_token set used_at = :now, successor_salt = :salt where hash = :hash)
                        insert into account.refresh_token (hash, session_id, issued_at) values (:next, :sessionId, :now)""")
                .bind("now", clock.instant())
                .bind("salt", salt)
                .bind("hash", Secrets.hash(token))
                .bind("next", Secrets.hash(next))
                .bind("sessionId", sessionId)
                .execute());
        return next;
    }

    private Optional<Kept> find(String token) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select session_id, used_at, successor_salt from account.refresh_token where hash = :hash")
                .bind("hash", Secrets.hash(token))
                .map((row, context) -> new Kept(
                        row.getObject("session_id", UUID.class),
                        successor(row.getTimestamp("used_at"), row.getBytes("successor_salt"))))
                .findOne());
    }

    private static @Nullable Successor successor(@Nullable Timestamp since, byte @Nullable [] salt) {
        return since == null || salt == null ? null : new Successor(since.toInstant(), salt);
    }

    private record Kept(UUID sessionId, @Nullable Successor successor) {}

    /** What the token was exchanged for, and when. */
    private record Successor(Instant since, byte[] salt) {}
}
