package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/**
 * Begins the sessions of guests. A key begins one, however often and on whichever node it comes: a unique index decides, and who comes
 * second gets the same session. The refresh token is computed from the key, so the same answer can be given again and nothing of it is kept.
 */
@Singleton
class GuestStarts {
    private static final String BEGIN = """
            with guest as (
                insert into account.person (id, actor_id, name, created_at) values (:person, gen_random_uuid(), '—', :now)
            ), begun as (
                insert into account.session
                    (id, person_id, way, started_at, expires_at, seen_at, idle_seconds, lapses_at, browser, device, start_key)
                values (:id, :person, :way, :now, :expiresAt, :now, :idle, :expiresAt, :browser, :device, :key)
            )
            insert into account.refresh_token (hash, session_id, issued_at) values (:refreshToken, :id, :now)
            """;
    private static final String FIND = """
            select s.id, s.expires_at, s.lapses_at, s.idle_seconds
            from account.session s join account.person p on p.id = s.person_id
            where s.start_key = :key and s.started_at > :since and s.way = :way
              and p.registered_at is null and p.adopted_by is null
            """;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final SessionRows rows;
    private final SessionTokens tokens;
    private final SealingKey seal;
    private final AccountConfig config;
    private final Clock clock;

    GuestStarts(
            Jdbi jdbi,
            Sessions sessions,
            SessionRows rows,
            SessionTokens tokens,
            SealingKey seal,
            AccountConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.rows = rows;
        this.tokens = tokens;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    /** @throws GuestKeyNeeded when a browser has to come again with a key; nothing is done then */
    NewSession begin(GuestStart start, Device device) {
        return switch (start) {
            case GuestStart.Keyed keyed ->
                begin(keyed.key(), device).or(() -> withoutKey(keyed)).orElseThrow(GuestKeyNeeded::new);
            case GuestStart.Unkeyed unkeyed ->
                switch (unkeyed) {
                    case AT_ONCE -> sessions.startForNewGuest();
                    case BRINGS_NO_KEY -> throw new GuestKeyNeeded();
                    case KEEPS_NO_COOKIES -> throw Problem.forbidden("account.cookies_needed");
                };
        };
    }

    private Optional<NewSession> withoutKey(GuestStart.Keyed keyed) {
        return keyed.browser() ? Optional.empty() : Optional.of(sessions.startForNewGuest());
    }

    /** The session of a key; empty when the key is used up: its guest is somebody by now, has gone, or began minutes ago. */
    Optional<NewSession> begin(String key, Device device) {
        byte[] hash = Secrets.hash(key);
        String refreshToken = Secrets.after(key, seal.sign("guest start", hash));
        return find(hash, refreshToken)
                .or(() -> insert(hash, refreshToken, device) ? find(hash, refreshToken) : Optional.empty());
    }

    private Optional<NewSession> find(byte[] hash, String refreshToken) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                        .bind("key", hash)
                        .bind("since", clock.instant().minus(GuestKeys.LAST))
                        .bind("way", Way.GUEST.key())
                        .map((row, context) -> SessionRows.times(row))
                        .findOne())
                .flatMap(times ->
                        rows.person(times.sessionId()).map(person -> tokens.issue(person, times, refreshToken)));
    }

    /** @return false when the key has begun a session long ago; true also when that was in this moment, elsewhere */
    private boolean insert(byte[] hash, String refreshToken, Device device) {
        Instant now = clock.instant();
        Duration lasts = config.guestSession();
        try {
            return jdbi.withHandle(handle -> handle.createUpdate(BEGIN)
                            .bind("person", Ids.next())
                            .bind("id", Ids.next())
                            .bind("way", Way.GUEST.key())
                            .bind("now", now)
                            .bind("expiresAt", now.plus(lasts))
                            .bind("idle", lasts.toSeconds())
                            .bind("browser", device.browser())
                            .bind("device", device.kind().key())
                            .bind("key", hash)
                            .bind("refreshToken", Secrets.hash(refreshToken))
                            .execute())
                    == 1;
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return true;
            }
            throw refused;
        }
    }
}
