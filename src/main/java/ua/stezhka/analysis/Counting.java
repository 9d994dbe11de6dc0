package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds graded attempts to the sums, a few hundred at a time. What an attempt adds is kept, so that counting it anew (a later mark,
 * a merged account, an attempt that is gone) takes out exactly what was put in. One node counts at a time; those who
 * answer never wait for it (ADR 0018).
 */
@Singleton
class Counting {
    /** The name of the lock among PostgreSQL’s advisory locks: "analyse" in ASCII. */
    private static final long LOCK = 0x616e616c797365L;

    private static final List<String> ADD = List.of(
            CountingSql.ADD_TO_QUIZ, CountingSql.ADD_TO_ITEMS, CountingSql.ADD_TO_SPREADS, CountingSql.ADD_TO_OPTIONS);

    private final Jdbi jdbi;
    private final AnalysisConfig config;

    Counting(Jdbi jdbi, AnalysisConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** Notes that an attempt is to be counted; part of the caller’s transaction. */
    void note(UUID attempt) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into analysis.attempt_due (attempt_id) values (:attempt)")
                .bind("attempt", attempt)
                .execute());
    }

    /** Notes all attempts of these people: which one is the first may have changed. */
    void noteAllOf(UUID one, UUID other) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into analysis.attempt_due (attempt_id)
                        select id from quiz.attempt
                        where person_id in (:one, :other) and kind = 'graded' and submitted_at is not null""").bind("one", one).bind("other", other).execute());
    }

    /** Counts what waits, as many as are counted at once. @return how many waited; 0 also while another node counts */
    @Transactional
    public int countSome() {
        return countSome(config.atOnce());
    }

    /** Counts what waits, the first {@code most} of it. @return how many waited; 0 also while another node counts */
    @Transactional
    public int countSome(int most) {
        return jdbi.withHandle(handle -> {
            boolean alone = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            return alone ? countDue(handle, most) : 0;
        });
    }

    /** Lets the first one that waits stand behind all others. @return its attempt */
    @Transactional
    public Optional<UUID> postpone() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        update analysis.attempt_due set id = default
                        where id = (select min(id) from analysis.attempt_due) returning attempt_id""").mapTo(UUID.class).findOne());
    }

    /** Waits until no other node counts; until the end of the transaction none does. */
    static void alone(Handle handle) {
        handle.createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .one();
    }

    static int countDue(Handle handle, int most) {
        List<UUID> due = handle.createQuery(CountingSql.TAKE)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
        if (!due.isEmpty()) {
            recount(handle, Set.copyOf(due));
        }
        return due.size();
    }

    /** Takes out what these attempts have added, and adds what they are now; those that are gone add nothing. */
    static void recount(Handle handle, Collection<UUID> attempts) {
        UUID[] ids = attempts.toArray(UUID[]::new);
        add(handle, ids, -1);
        int forgotten =
                execute(handle, CountingSql.FORGET_RESPONSES, ids) + execute(handle, CountingSql.FORGET_ATTEMPTS, ids);
        count(handle, ids);
        if (forgotten > 0) {
            handle.execute(CountingSql.DROP_EMPTY);
        }
    }

    /** Counts attempts that are not counted yet. */
    static void count(Handle handle, UUID[] ids) {
        execute(handle, CountingSql.COUNT_ATTEMPTS, ids);
        handle.registerArrayType(UUID.class, "uuid");
        handle.registerArrayType(Long.class, "bigint");
        handle.createUpdate(CountingSql.COUNT_RESPONSES)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .bindArray("bounds", Long.class, Durations.bounds())
                .bind("longest", Durations.LONGEST_MILLIS)
                .execute();
        add(handle, ids, 1);
    }

    private static void add(Handle handle, UUID[] ids, long sign) {
        handle.registerArrayType(UUID.class, "uuid");
        for (String statement : ADD) {
            handle.createUpdate(statement)
                    .bindArray("ids", UUID.class, (Object[]) ids)
                    .bind("sign", sign)
                    .bind("places", Durations.PLACES)
                    .execute();
        }
    }

    private static int execute(Handle handle, String statement, UUID[] ids) {
        return handle.registerArrayType(UUID.class, "uuid")
                .createUpdate(statement)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
    }
}
