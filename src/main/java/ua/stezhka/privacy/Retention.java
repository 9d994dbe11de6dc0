package ua.stezhka.privacy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Ids;

/**
 * Lets go of what has been kept long enough. Each rule runs on one node at a time, by a lock of the database, and what it did is written
 * down. Time comes from outside, so that a test can be there years later.
 */
@Singleton
class Retention {
    /** The name of the lock among PostgreSQL's advisory locks: "retain" in ASCII. */
    private static final long LOCK = 0x72657461696eL;

    private static final int MOST_PEOPLE_A_RUN = 500;
    private static final String UNUSED = """
            select p.id from account.person p
            where p.registered_at < :before and p.adopted_by is null
              and not exists (select from account.session s
                              where s.person_id = p.id and (s.started_at >= :before or s.expires_at >= :before))
              and not exists (select from account.role_grant g
                              where g.person_id = p.id and g.role <> 'pupil' and g.ended_at is null)
              and not exists (select from privacy.inactivity_notice n where n.person_id = p.id)
            order by p.id limit :most""";
    private static final String WARNED_IN_VAIN = """
            select n.person_id from privacy.inactivity_notice n where n.erase_at <= :before order by n.erase_at limit :most""";
    private static final String GUESTS = """
            select p.id from account.person p
            where p.registered_at is null and p.adopted_by is null and p.created_at < :before
              and not exists (select from account.session s
                              where s.person_id = p.id and (s.started_at >= :before or s.expires_at >= :before))
              and not exists (select from desk.assisted_record r where r.person_id = p.id)
              and not exists (select from desk.access_card c where c.person_id = p.id)
            order by p.id limit :most""";

    /** They have no password, so nobody can warn them; but they have a name, and come with a card. */
    private static final String ASSISTED = """
            select p.id from account.person p
            where p.registered_at is null and p.adopted_by is null and p.created_at < :before
              and (exists (select from desk.assisted_record r where r.person_id = p.id)
                   or exists (select from desk.access_card c where c.person_id = p.id))
              and not exists (select from account.session s
                              where s.person_id = p.id and (s.started_at >= :before or s.expires_at >= :before))
              and not exists (select from desk.help h where h.person_id = p.id and h.begun_at >= :before)
              and not exists (select from desk.access_card c
                              where c.person_id = p.id and least(c.ended_at, c.expires_at) >= :before)
            order by p.id limit :most""";

    private static final String CAME_BACK = """
            delete from privacy.inactivity_notice n where exists (
                select from account.session s where s.person_id = n.person_id and s.started_at > n.warned_at)""";
    private final Jdbi jdbi;
    private final PrivacyConfig config;
    private final Erasures erasures;
    private final DataRequests requests;
    private final Leftovers leftovers;
    private final Event<InactivityWarned> warned;

    Retention(
            Jdbi jdbi,
            PrivacyConfig config,
            Erasures erasures,
            DataRequests requests,
            Leftovers leftovers,
            Event<InactivityWarned> warned) {
        this.jdbi = jdbi;
        this.config = config;
        this.erasures = erasures;
        this.requests = requests;
        this.leftovers = leftovers;
        this.warned = warned;
    }

    /** What a rule did when it ran last. */
    record Run(Instant ranAt, int affected) {}

    /** Runs a rule, unless another node is just running it. @return how many people or rows it let go */
    @Transactional
    int run(RetentionRule rule, Instant now) {
        if (!takeLock(rule)) {
            return 0;
        }
        int affected = apply(rule, now, now.minus(rule.period(config)));
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "delete from privacy.retention_run where rule = :rule and ran_at < :old and affected = 0")
                    .bind("rule", rule.key())
                    .bind("old", now)
                    .execute();
            handle.createUpdate(
                            "insert into privacy.retention_run (id, rule, ran_at, affected) values (:id, :rule, :now, :affected)")
                    .bind("id", Ids.next())
                    .bind("rule", rule.key())
                    .bind("now", now)
                    .bind("affected", affected)
                    .execute();
        });
        return affected;
    }

    private int apply(RetentionRule rule, Instant now, Instant before) {
        return switch (rule) {
            case ERASURES -> eraseDue(now);
            case WARNINGS -> warn(now, before);
            case ACCOUNTS -> eraseUnused(now);
            case GUESTS -> forgetGuests(before);
            case ASSISTED -> eraseAssisted(before);
            case SESSIONS, REFRESH_TOKENS, FAILED_SIGN_INS, EXPORTS, REQUESTS, LINKS, INVITATIONS, LETTERS, DRAFTS ->
                leftovers.clear(rule, now, before);
        };
    }

    private boolean takeLock(RetentionRule rule) {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK + rule.name().hashCode())
                .mapTo(Boolean.class)
                .one());
    }

    private int eraseDue(Instant now) {
        List<DataRequest> due = requests.due(now);
        due.forEach(request -> {
            UUID person = request.personId();
            if (person != null) {
                erasures.erase(person, request.keep(), "request");
            }
        });
        return due.size();
    }

    private int warn(Instant now, Instant before) {
        List<UUID> unused = people(UNUSED, before);
        Instant eraseAt = now.plus(config.inactivityWarning());
        unused.forEach(person -> {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into privacy.inactivity_notice (person_id, warned_at, erase_at) values (:id, :now, :erase)""")
                    .bind("id", person)
                    .bind("now", now)
                    .bind("erase", eraseAt)
                    .execute());
            warned.fire(new InactivityWarned(person, eraseAt));
        });
        return unused.size();
    }

    private int eraseUnused(Instant now) {
        jdbi.useHandle(handle -> handle.execute(CAME_BACK));
        List<UUID> people = people(WARNED_IN_VAIN, now);
        people.forEach(person -> erasures.erase(person, true, "inactivity"));
        return people.size();
    }

    private int forgetGuests(Instant before) {
        List<UUID> guests = people(GUESTS, before);
        guests.forEach(erasures::forgetGuest);
        return guests.size();
    }

    private int eraseAssisted(Instant before) {
        List<UUID> people = people(ASSISTED, before);
        people.forEach(person -> erasures.erase(person, true, "inactivity"));
        return people.size();
    }

    private List<UUID> people(String query, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("before", before)
                .bind("most", MOST_PEOPLE_A_RUN)
                .mapTo(UUID.class)
                .list());
    }

    /** When each rule ran last, and what it did in the last thirty days. */
    Map<RetentionRule, Run> lastRuns(Instant now) {
        Map<RetentionRule, Run> runs = new EnumMap<>(RetentionRule.class);
        jdbi.useHandle(handle -> handle.createQuery("""
                        select rule, max(ran_at) as ran_at,
                               coalesce(sum(affected) filter (where ran_at > :since), 0) as affected
                        from privacy.retention_run where rule in (<rules>) group by rule""")
                .bind("since", now.minus(Duration.ofDays(30)))
                .bindList(
                        "rules",
                        Stream.of(RetentionRule.values())
                                .map(RetentionRule::key)
                                .toList())
                .map((row, context) -> Map.entry(
                        row.getString("rule"),
                        new Run(row.getTimestamp("ran_at").toInstant(), row.getInt("affected"))))
                .forEach(run -> runs.put(RetentionRule.of(run.getKey()), run.getValue())));
        return runs;
    }

    /** A merged account has nobody to warn any more; it goes together with the one it leads to. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from privacy.inactivity_notice where person_id = :merged")
                .bind("merged", merge.mergedId())
                .execute());
    }
}
