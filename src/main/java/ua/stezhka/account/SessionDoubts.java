package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/**
 * A session on a shared computer whose last page broke off without a farewell is in doubt: the browser died, or the way to it was cut
 * for a moment. Nobody gets in by it meanwhile. A page that was there before proves that the browser lives; without such a proof the
 * row runs out by itself, whatever becomes of the node that saw the break.
 */
@Singleton
public class SessionDoubts {
    /** Addresses of lifelines: a page that has one says by its id who it is, so nothing is renewed and nobody is refused there. */
    public static final String LIFELINES = "/shared-computer/lifelines/";

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountConfig config;
    private final Sessions sessions;
    private final AuditTrail audit;

    SessionDoubts(Jdbi jdbi, Clock clock, AccountConfig config, Sessions sessions, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Lets nobody else judge this session until the transaction ends. @return whether it goes on, in doubt or not */
    @Transactional
    public boolean lock(UUID session) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select 1 from account.session
                        where id = :id and ended_at is null and expires_at > :now for no key update""")
                .bind("id", session)
                .bind("now", clock.instant())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** The last page broke off. */
    @Transactional
    public void raise(UUID session) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account.session set broken_at = :now, expires_at = least(expires_at, cast(:until as timestamptz))
                        where id = :id and broken_at is null and ended_at is null and expires_at > :now""")
                .bind("id", session)
                .bind("now", now)
                .bind("until", now.plus(config.sharedBreak()))
                .execute());
        sessions.changed();
    }

    /** A page that was there before the break has spoken: the browser lives. */
    @Transactional
    public void dispel(UUID session) {
        Instant now = clock.instant();
        int dispelled = jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.session set broken_at = null,
                            expires_at = least(idle_until, started_at + make_interval(secs => :longest), cast(:silent as timestamptz))
                        where id = :id and broken_at is not null and ended_at is null and expires_at > :now""")
                .bind("id", session)
                .bind("now", now)
                .bind("longest", config.sharedSession().toSeconds())
                .bind("silent", now.plus(config.sharedSilence()))
                .execute());
        if (dispelled > 0) {
            sessions.changed();
        }
    }

    /** The last page took leave. Unless another one opens soon, the browser was closed. */
    @Transactional
    public void left(UUID session) {
        Instant now = clock.instant();
        int dispelled = jdbi.withHandle(handle -> handle.createQuery("""
                        update account.session s set broken_at = null,
                            expires_at = least(s.idle_until, s.started_at + make_interval(secs => :longest),
                                               cast(:until as timestamptz))
                        from (select id, broken_at from account.session where id = :id) before
                        where s.id = before.id and s.ended_at is null and s.expires_at > :now
                        returning case when before.broken_at is null then 0 else 1 end""")
                .bind("id", session)
                .bind("now", now)
                .bind("longest", config.sharedSession().toSeconds())
                .bind("until", now.plus(config.sharedLeft()))
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
        if (dispelled > 0) {
            sessions.changed();
        }
    }

    /**
     * Waits until it is known what becomes of a session that is in doubt: a few seconds at most.
     *
     * @return whether it was in doubt, so that it is worth while to look again
     */
    public boolean settle(UUID session) {
        long looks = 1 + config.sharedBreak().plusSeconds(1).dividedBy(LOOK);
        boolean doubted = false;
        while (looks-- > 0 && inDoubt(session)) {
            doubted = true;
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (doubted) {
            sessions.changed();
        }
        return doubted;
    }

    private boolean inDoubt(UUID session) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from account.session
                                       where id = :id and broken_at is not null and ended_at is null and expires_at > :now)""")
                .bind("id", session)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .one());
    }

    private record Over(UUID session, UUID person) {}

    /** Writes down the end of sessions in doubt whose time has run out, on any node. @return how many */
    @Transactional
    public int end() {
        List<Over> over = jdbi.withHandle(handle -> handle.createQuery("""
                        update account.session set ended_at = :now
                        where broken_at is not null and ended_at is null and expires_at <= :now
                        returning id, person_id""")
                .bind("now", clock.instant())
                .map((row, context) ->
                        new Over(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class)))
                .list());
        over.forEach(each -> audit.note(AuditNote.of("account.shared_session_broken")
                .about(each.person())
                .with("session", each.session().toString())));
        return over.size();
    }
}
