package ua.stezhka.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Recent;

/** Sessions of browsers and programs: kept in the database, so that any node serves them and an end is an end everywhere. */
@Singleton
class Sessions {
    private static final int MOST_SEEN = 10_000;
    private static final String PERSON = """
            select s.id, s.person_id, p.actor_id, p.name, p.registered_at is not null as registered,
                   s.way, s.second_factor_at is not null as second_factor,
                   exists (select from account.code_app a where a.person_id = p.id)
                       or exists (select from account.passkey k where k.person_id = p.id) as owns_factor,
                   array(select g.role || ':' || g.scope_kind || ':' || coalesce(g.scope_id::text, '')
                         from account.role_grant g where g.person_id = p.id and g.ended_at is null) as grants
            from account.session s join account.person p on p.id = s.person_id
            where s.id = :id and s.ended_at is null and s.expires_at > :now and p.blocked_at is null
            """;

    private final Jdbi jdbi;
    private final Tokens tokens;
    private final Clock clock;
    private final AccountConfig config;
    private final Event<Changed> changes;
    private final Cache<UUID, Recent<Optional<SessionPerson>>> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

    Sessions(Jdbi jdbi, Tokens tokens, Clock clock, AccountConfig config, Event<Changed> changes) {
        this.jdbi = jdbi;
        this.tokens = tokens;
        this.clock = clock;
        this.config = config;
        this.changes = changes;
    }

    /** Sessions, names or roles are others than before. */
    record Changed() {}

    /** Has all sessions read anew. */
    void changed() {
        changes.fire(new Changed());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        seen.invalidateAll();
    }

    /**
     * The person of a session that still lives: one indexed read, at most once a second. So one press, which sends a form and opens a
     * page, asks once; what another node ends is over here within a second (ASVS asks for less than five), what this node ends at once.
     */
    Optional<SessionPerson> find(UUID sessionId) {
        return seen.get(sessionId, id -> new Recent<>(clock, () -> read(id))).get();
    }

    private Optional<SessionPerson> read(UUID sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery(PERSON)
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .map((row, context) -> person(row))
                .findOne());
    }

    /** Makes a guest and begins its session. */
    @Transactional
    NewSession startForNewGuest() {
        return start(newGuest(), Way.GUEST, false, config.guestSession());
    }

    /** Makes a guest: a person without a name or password, whose progress a later account keeps. */
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

    /** Begins a session of a registered person; a passkey is two factors at once. */
    @Transactional
    NewSession start(UUID personId, Way way) {
        return start(personId, way, way == Way.PASSKEY, config.session());
    }

    /** Begins a session of a person who has given a second factor as well. */
    @Transactional
    NewSession startProven(UUID personId, Way way) {
        return start(personId, way, true, config.session());
    }

    private NewSession start(UUID personId, Way way, boolean proven, Duration lasts) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lasts);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.session (id, person_id, way, started_at, second_factor_at, expires_at)
                        values (:id, :personId, :way, :now, cast(:provenAt as timestamptz), :expiresAt)""")
                .bind("id", id)
                .bind("personId", personId)
                .bind("way", way.key())
                .bind("now", now)
                .bind("provenAt", proven ? now : null)
                .bind("expiresAt", expiresAt)
                .execute());
        SessionPerson person = read(id).orElseThrow();
        return new NewSession(person, tokens.issue(id, personId, expiresAt), lasts);
    }

    @Transactional
    void end(UUID sessionId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.session set ended_at = :now where id = :id and ended_at is null")
                .bind("id", sessionId)
                .bind("now", clock.instant())
                .execute());
        changed();
    }

    /** Ends every session of a person but one: after a change of password nobody else stays signed in. */
    @Transactional
    void endOthers(UUID personId, UUID staying) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account.session set ended_at = :now
                        where person_id = :personId and id <> :staying and ended_at is null""")
                .bind("personId", personId)
                .bind("staying", staying)
                .bind("now", clock.instant())
                .execute());
        changed();
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
