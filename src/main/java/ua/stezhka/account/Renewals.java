package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Renews sessions by their refresh tokens, on any node. */
@Singleton
class Renewals {
    private final RefreshTokens refreshTokens;
    private final SessionRows rows;
    private final SessionTokens tokens;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final AccountConfig config;

    Renewals(
            RefreshTokens refreshTokens,
            SessionRows rows,
            SessionTokens tokens,
            Sessions sessions,
            AuditTrail audit,
            AccountConfig config) {
        this.refreshTokens = refreshTokens;
        this.rows = rows;
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
        this.config = config;
    }

    /**
     * New tokens for an old refresh token; empty when it opens nothing (any more). A token that was used before has been stolen, from
     * the person or by the person: the session ends for both, and the audit trail tells.
     */
    @Transactional
    Optional<NewSession> renew(String refreshToken) {
        Optional<UUID> session = refreshTokens.sessionOf(refreshToken);
        if (session.isEmpty() || rows.lock(session.get()).isEmpty()) {
            return Optional.empty();
        }
        Optional<SessionPerson> person = rows.person(session.get());
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> next = next(person.get(), refreshToken);
        if (next.isEmpty()) {
            endStolen(person.get());
            return Optional.empty();
        }
        SessionTimes times = rows.use(session.get(), SessionLimits.of(config, person.get()));
        return Optional.of(tokens.issue(person.get(), times, next.get()));
    }

    /** The session of a refresh token, whether it lives or not. */
    Optional<UUID> sessionOf(String refreshToken) {
        return refreshTokens.sessionOf(refreshToken);
    }

    /** The registered person of a refresh token, also of one that opens nothing any more; empty for who is blocked. */
    Optional<UUID> personOf(String refreshToken) {
        return refreshTokens.sessionOf(refreshToken).flatMap(rows::registeredPerson);
    }

    /**
     * Guests keep their token: an answer that got lost on the way would cost them all they did, and nothing would bring it back, while
     * a thief gains little.
     */
    private Optional<String> next(SessionPerson person, String refreshToken) {
        return person.registered() ? refreshTokens.use(refreshToken) : Optional.of(refreshToken);
    }

    private void endStolen(SessionPerson person) {
        sessions.end(person.sessionId());
        audit.note(AuditNote.of("account.refresh_token_came_twice")
                .about(person.personId())
                .with("session", person.sessionId().toString()));
    }
}
