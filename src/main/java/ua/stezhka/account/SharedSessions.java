package ua.stezhka.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Sessions on shared computers end by themselves: when nobody does anything, when the browser falls silent (it crashed, the light
 * went out, somebody closed it), and after a day’s work at the latest. Source: ASVS 5.0, 7.3.1 and 7.3.2.
 */
@Singleton
public class SharedSessions {
    /** A deed is written down at most so often. */
    private static final Duration OFTEN = Duration.ofSeconds(20);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountConfig config;
    private final Cache<UUID, Instant> written =
            Caffeine.newBuilder().maximumSize(10_000).build();

    SharedSessions(Jdbi jdbi, Clock clock, AccountConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    /** The person did something on this shared computer. Whatever session is used there is a short one from now on. */
    public void used(UUID session, UUID computer) {
        Instant now = clock.instant();
        Instant last = written.getIfPresent(session);
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(OFTEN))) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account.session set shared_computer_id = :computer, idle_until = :idle,
                            expires_at = least(cast(:idle as timestamptz), started_at + make_interval(secs => :longest),
                                               case when present_at is not null then cast(:silent as timestamptz) end)
                        where id = :id and ended_at is null and broken_at is null and expires_at > :now""")
                .bind("id", session)
                .bind("computer", computer)
                .bind("now", now)
                .bind("idle", now.plus(config.sharedIdle()))
                .bind("silent", now.plus(config.sharedSilence()))
                .bind("longest", config.sharedSession().toSeconds())
                .execute());
        written.put(session, now);
    }

    /**
     * The page says that it is still open.
     *
     * @param active whether the person did something there since it last said so
     * @return how long nobody may do anything before the session ends; empty when it has ended
     */
    public Optional<Duration> present(UUID session, UUID computer, boolean active) {
        Instant now = clock.instant();
        Instant idle = now.plus(config.sharedIdle());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update account.session s set shared_computer_id = :computer, present_at = :now, idle_until = n.idle,
                            expires_at = least(n.idle, s.started_at + make_interval(secs => :longest), cast(:silent as timestamptz))
                        from (select id, case when :active or idle_until is null then cast(:idle as timestamptz)
                                              else idle_until end as idle
                              from account.session where id = :id) n
                        where s.id = n.id and s.ended_at is null and s.broken_at is null and s.expires_at > :now
                        returning least(n.idle, s.started_at + make_interval(secs => :longest))""")
                .bind("id", session)
                .bind("computer", computer)
                .bind("now", now)
                .bind("active", active)
                .bind("idle", idle)
                .bind("silent", now.plus(config.sharedSilence()))
                .bind("longest", config.sharedSession().toSeconds())
                .mapTo(Instant.class)
                .findOne()
                .map(until -> Duration.between(now, until)));
    }
}
