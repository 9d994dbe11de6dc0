package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;

/** The table of sessions. */
@Singleton
class SessionRows {
    private static final String PERSON = """
            select s.id, s.person_id, p.actor_id, p.name, p.registered_at is not null as registered,
                   s.way, s.second_factor_at is not null as second_factor,
                   p.second_factor_at is not null as owns_factor,
                   array(select g.role || ':' || g.scope_kind || ':' || coalesce(g.scope_id::text, '')
                         from account.role_grant g where g.person_id = p.id and g.ended_at is null) as grants
            from account.session s join account.person p on p.id = s.person_id
            where s.id = :id and s.ended_at is null and s.broken_at is null and s.expires_at > :now and s.lapses_at > :now
              and p.blocked_at is null
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountConfig config;

    SessionRows(Jdbi jdbi, Clock clock, AccountConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    /** The person of a session that lives; the one statement that a request with a token costs. */
    Optional<SessionPerson> person(UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery(PERSON)
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .map((row, context) -> person(row))
                .findOne());
    }

    /** Whose session it was or is; empty for guests and for who is blocked. */
    Optional<UUID> registeredPerson(UUID sessionId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select p.id from account.session s join account.person p on p.id = s.person_id
                        where s.id = :id and p.registered_at is not null and p.blocked_at is null""").bind("id", sessionId).mapTo(UUID.class).findOne());
    }

    /** Makes a person without a name. */
    @Transactional
    UUID newGuest() {
        UUID personId = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into account.person (id, actor_id, name, created_at) values (:id, gen_random_uuid(), '—', :now)")
                .bind("id", personId)
                .bind("now", clock.instant())
                .execute());
        return personId;
    }

    /** Writes a session and its first refresh token. */
    @Transactional
    SessionTimes begin(
            UUID personId, Way way, boolean proven, SessionLimits limits, Device device, String refreshToken) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        SessionTimes times = new SessionTimes(id, now.plus(limits.longest()), now.plus(limits.idle()), limits.idle());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with begun as (
                            insert into account.session
                                (id, person_id, way, started_at, second_factor_at, expires_at, seen_at, idle_seconds, lapses_at,
                                 browser, device)
                            values (:id, :personId, :way, :now, cast(:provenAt as timestamptz), :expiresAt, :now, :idle, :lapsesAt,
                                    :browser, :device))
                        insert into account.refresh_token (hash, session_id, issued_at) values (:hash, :id, :now)""")
                .bind("id", id)
                .bind("personId", personId)
                .bind("way", way.key())
                .bind("now", now)
                .bind("provenAt", proven ? now : null)
                .bind("expiresAt", times.expiresAt())
                .bind("idle", limits.idle().toSeconds())
                .bind("lapsesAt", times.lapsesAt())
                .bind("browser", device.browser())
                .bind("device", device.kind().key())
                .bind("hash", Secrets.hash(refreshToken))
                .execute());
        return times;
    }

    /** Writes a further refresh token of a session. */
    @Transactional
    void admit(UUID sessionId, String refreshToken) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into account.refresh_token (hash, session_id, issued_at) values (:hash, :id, :now)")
                .bind("hash", Secrets.hash(refreshToken))
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .execute());
    }

    /** Ends the sessions of a person that began in this way. */
    @Transactional
    void endBegunBy(UUID personId, Way way) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account.session set ended_at = :now
                        where person_id = :personId and way = :way and ended_at is null""")
                .bind("personId", personId)
                .bind("way", way.key())
                .bind("now", clock.instant())
                .execute());
    }

    /** Lets nobody else renew or end this session until the transaction ends; empty when it has ended. */
    @Transactional
    Optional<SessionTimes> lock(UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, expires_at, lapses_at, idle_seconds from account.session
                        where id = :id and ended_at is null and expires_at > :now and lapses_at > :now for no key update""")
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .map((row, context) -> times(row))
                .findOne());
    }

    /** Notes that a session is used, and makes its limits no wider than these: roles may have changed since it began. */
    @Transactional
    SessionTimes use(UUID sessionId, SessionLimits limits) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update account.session
                        set seen_at = :now,
                            idle_seconds = least(idle_seconds, :idle),
                            expires_at = least(expires_at, started_at + make_interval(secs => :longest)),
                            lapses_at = cast(:now as timestamptz) + make_interval(secs => least(idle_seconds, :idle))
                        where id = :id returning id, expires_at, lapses_at, idle_seconds""")
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .bind("idle", limits.idle().toSeconds())
                .bind("longest", limits.longest().toSeconds())
                .map((row, context) -> times(row))
                .one());
    }

    /** Ends the sessions of a person, but for the one that stays. @return how many */
    @Transactional
    int endAllBut(UUID personId, @Nullable UUID staying) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.session set ended_at = :now
                        where person_id = :personId and id is distinct from cast(:staying as uuid) and ended_at is null""")
                .bind("personId", personId)
                .bind("staying", staying)
                .bind("now", clock.instant())
                .execute());
    }

    /** Takes back what programs of the person come in with. */
    @Transactional
    void revokePersonalTokens(UUID personId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.personal_token set revoked_at = :now where person_id = :id and revoked_at is null")
                .bind("id", personId)
                .bind("now", clock.instant())
                .execute());
    }

    /** Ends one session. @return whether there was one to end */
    @Transactional
    boolean end(UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update account.session set ended_at = :now where id = :id and ended_at is null")
                        .bind("id", sessionId)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    static SessionTimes times(ResultSet row) throws SQLException {
        return new SessionTimes(
                row.getObject("id", UUID.class),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("lapses_at").toInstant(),
                Duration.ofSeconds(row.getLong("idle_seconds")));
    }

    private SessionPerson person(ResultSet row) throws SQLException {
        List<RoleGrant> grants = Stream.of((String[]) row.getArray("grants").getArray())
                .map(RoleGrant::parse)
                .toList();
        Way way = Way.of(row.getString("way"));
        boolean proven = row.getBoolean("second_factor");
        boolean demanded = config.staffSecondFactor()
                && grants.stream().anyMatch(grant -> grant.role().staff());
        return new SessionPerson(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("name"),
                row.getBoolean("registered"),
                way,
                proven,
                SessionPerson.Missing.of(way, proven, row.getBoolean("owns_factor"), demanded),
                grants);
    }
}
