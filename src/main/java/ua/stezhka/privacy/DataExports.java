package ua.stezhka.privacy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.DataArchive;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;

/** Copies of a person's data: made at once, kept for a day at most, given out once and only to whom they were made for. */
@Singleton
class DataExports {
    private static final int MOST_A_DAY = 5;
    private static final int AT_ONCE = 2;
    private static final Duration DAY = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Holdings holdings;
    private final DataRequests requests;
    private final Clock clock;
    private final PrivacyConfig config;
    private final PlatformConfig platform;
    private final Semaphore places = new Semaphore(AT_ONCE);

    DataExports(
            Jdbi jdbi,
            Holdings holdings,
            DataRequests requests,
            Clock clock,
            PrivacyConfig config,
            PlatformConfig platform) {
        this.jdbi = jdbi;
        this.holdings = holdings;
        this.requests = requests;
        this.clock = clock;
        this.config = config;
        this.platform = platform;
    }

    /** A copy that waits to be fetched. */
    record Waiting(UUID id, Instant expiresAt) {}

    /** In which language a copy is written, and the address of this site for what is printed in it. */
    record Wish(Locale locale, URI site) {}

    /**
     * Makes a copy of a person's data; an older one for the same keeper goes.
     *
     * @param keeperId who may fetch it
     * @throws Problem.TooMany after many copies in a day
     */
    @Transactional
    void make(DataRequests.Asked asked, UUID keeperId, Wish wish) {
        Instant now = clock.instant();
        if (requests.exportsSince(asked.personId(), now.minus(DAY)) >= MOST_A_DAY) {
            throw Problem.tooMany(DAY);
        }
        requests.exported(asked);
        byte[] body = archive(asked.personId(), wish, now);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into privacy.data_export (id, person_id, keeper_id, body, made_at, expires_at)
                        values (:id, :person, :keeper, :body, :now, :expires)
                        on conflict (person_id, keeper_id) do update
                        set id = excluded.id, body = excluded.body, made_at = excluded.made_at, expires_at = excluded.expires_at""")
                .bind("id", Ids.next())
                .bind("person", asked.personId())
                .bind("keeper", keeperId)
                .bind("body", body)
                .bind("now", now)
                .bind("expires", now.plus(config.keepExports()))
                .execute());
    }

    private byte[] archive(UUID personId, Wish wish, Instant now) {
        if (!places.tryAcquire()) {
            throw Problem.busy(Duration.ofSeconds(10));
        }
        try {
            DataArchive archive = new DataArchive(wish.locale(), wish.site(), now);
            holdings.read(personId, archive);
            return archive.finish(Dates.dateTime(now, platform.zone()));
        } finally {
            places.release();
        }
    }

    /** The copy of a person's data that this keeper may still fetch. */
    Optional<Waiting> waiting(UUID personId, UUID keeperId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, expires_at from privacy.data_export
                        where person_id = :person and keeper_id = :keeper and expires_at > :now""")
                .bind("person", personId)
                .bind("keeper", keeperId)
                .bind("now", clock.instant())
                .map((row, context) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("expires_at").toInstant()))
                .findOne());
    }

    /** Gives a copy out; with that it is gone. @throws Problem.NotFound for others, a second time, and when its time is over */
    @Transactional
    byte[] take(UUID exportId, UUID keeperId) {
        byte @Nullable [] body = jdbi.withHandle(handle -> handle.createQuery("""
                        delete from privacy.data_export
                        where id = :id and keeper_id = :keeper and expires_at > :now returning body""")
                .bind("id", exportId)
                .bind("keeper", keeperId)
                .bind("now", clock.instant())
                .map((row, context) -> row.getBytes("body"))
                .findOne()
                .orElse(null));
        if (body == null) {
            throw Problem.notFound();
        }
        return body;
    }

    /** Copies that nobody has fetched yet tell of an account that is no more, or wait for one. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from privacy.data_export where person_id = :merged or keeper_id = :merged")
                .bind("merged", merge.mergedId())
                .execute());
    }
}
