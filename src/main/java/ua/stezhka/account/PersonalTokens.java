package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Personal tokens: what a person's own programs come in with. They open no role. */
@Singleton
class PersonalTokens {
    static final String PREFIX = "stz_";
    private static final int MOST = 20;
    private static final Duration SECOND_PRESS = Duration.ofMinutes(2);
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;

    PersonalTokens(Jdbi jdbi, Clock clock, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** A token that opens something. */
    record Living(
            UUID id,
            String name,
            Set<TokenScope> scopes,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** The program of a person, and what it may do. */
    record Carrier(SessionPerson person, Set<TokenScope> scopes) {}

    /** The tokens that open something, newest first. */
    List<Living> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, name, scopes, expires_at, used_at from account.personal_token
                        where person_id = :personId and revoked_at is null and expires_at > :now
                        order by created_at desc, id""")
                .bind("personId", personId)
                .bind("now", clock.instant())
                .map((row, context) -> new Living(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        scopes(row),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row.getTimestamp("used_at"))))
                .list());
    }

    /**
     * Makes a token. A second press of the button makes a new secret for the same token, because nobody has seen the first one.
     *
     * @return the secret, which is told once
     * @throws Problem.Conflict when the person has many already
     * @throws Problem.NotFound when the form belongs to another token
     */
    @Transactional
    String make(UUID personId, NewToken token) {
        if (of(personId).size() >= MOST) {
            throw Problem.conflict("account.too_many_tokens");
        }
        String secret = PREFIX + Secrets.next();
        boolean first = write(personId, token, secret).orElseThrow(Problem::notFound);
        if (first) {
            audit.note(AuditNote.of("account.personal_token_made")
                    .by(personId)
                    .about(personId)
                    .with("token", token.id().toString())
                    .with("scopes", token.scopes().stream().map(TokenScope::key).collect(Collectors.joining(" ")))
                    .with("days", Integer.toString(token.days())));
        }
        return secret;
    }

    private Optional<Boolean> write(UUID personId, NewToken token, String secret) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into account.personal_token as t (id, person_id, name, hash, scopes, created_at, expires_at)
                        values (:id, :personId, :name, :hash, :scopes, :now, :expiresAt)
                        on conflict (id) do update set hash = excluded.hash
                            where t.person_id = excluded.person_id and t.used_at is null and t.revoked_at is null
                              and t.created_at > :lately
                        returning xmax = 0""")
                .bind("id", token.id())
                .bind("personId", personId)
                .bind("name", token.name())
                .bind("hash", Secrets.hash(secret))
                .bindArray(
                        "scopes",
                        String.class,
                        token.scopes().stream().map(TokenScope::key).toList())
                .bind("now", now)
                .bind("expiresAt", now.plus(Duration.ofDays(token.days())))
                .bind("lately", now.minus(SECOND_PRESS))
                .mapTo(Boolean.class)
                .findOne());
    }

    /** Takes a token back, at once on all nodes. @throws Problem.NotFound when this person has no such token */
    @Transactional
    void revoke(UUID personId, UUID id) {
        int revoked = jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.personal_token set revoked_at = :now
                        where id = :id and person_id = :personId and revoked_at is null and expires_at > :now""")
                .bind("id", id)
                .bind("personId", personId)
                .bind("now", clock.instant())
                .execute());
        if (revoked == 0) {
            throw Problem.notFound();
        }
        audit.note(AuditNote.of("account.personal_token_revoked")
                .by(personId)
                .about(personId)
                .with("token", id.toString()));
    }

    /** Whose program carries this secret; read each time, so that a revoked token opens nothing on any node. */
    @Transactional
    Optional<Carrier> use(String secret) {
        if (!secret.startsWith(PREFIX) || !Secrets.looksRight(secret.substring(PREFIX.length()))) {
            return Optional.empty();
        }
        Optional<Found> found = find(secret);
        found.filter(token -> token.usedAt() == null
                        || token.usedAt().isBefore(clock.instant().minus(USE_IS_NOTED_EVERY)))
                .ifPresent(token -> noteUse(token.carrier().person().sessionId()));
        return found.map(Found::carrier);
    }

    private Optional<Found> find(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.id, t.person_id, p.actor_id, p.name, t.scopes, t.used_at
                        from account.personal_token t join account.person p on p.id = t.person_id
                        where t.hash = :hash and t.revoked_at is null and t.expires_at > :now
                          and p.blocked_at is null and p.registered_at is not null""")
                .bind("hash", Secrets.hash(secret))
                .bind("now", clock.instant())
                .map((row, context) ->
                        new Found(new Carrier(person(row), scopes(row)), instant(row.getTimestamp("used_at"))))
                .findOne());
    }

    private void noteUse(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update account.personal_token set used_at = :now where id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
    }

    private static SessionPerson person(ResultSet row) throws SQLException {
        return new SessionPerson(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("name"),
                true,
                Way.PROGRAM,
                false,
                SessionPerson.Missing.NOTHING,
                List.of());
    }

    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("scopes").getArray())
                .map(TokenScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private record Found(Carrier carrier, @Nullable Instant usedAt) {}
}
