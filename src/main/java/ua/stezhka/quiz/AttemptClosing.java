package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Closes attempts whose time and grace are over, as of their deadline. Whoever closes an attempt holds the lock of its row, which is
 * the one that a save, an extension and a submission take; other nodes go past it to the next one, so all of them may work at
 * once and none does anything twice. A node that dies lets go of its locks with its connection.
 */
@Singleton
class AttemptClosing {
    private static final String OVERDUE = """
            select a.id, a.person_id, a.deadline, p.actor_id
            from quiz.attempt a join account.person p on p.id = a.person_id
            where a.submitted_at is null and a.kind = 'graded' and a.deadline <= cast(:over as timestamptz)
              and (a.deadline, a.id) > (cast(:afterDeadline as timestamptz), cast(:afterId as uuid))
            order by a.deadline, a.id limit :most
            """;
    private static final String LEASED = OVERDUE + "for update of a skip locked";

    private final Jdbi jdbi;
    private final Attempts attempts;
    private final AttemptReader reader;

    AttemptClosing(Jdbi jdbi, Attempts attempts, AttemptReader reader) {
        this.jdbi = jdbi;
        this.attempts = attempts;
        this.reader = reader;
    }

    /** The last attempt that was looked at; the next batch begins behind it, so one that cannot be closed holds nobody up. */
    record Place(Instant deadline, UUID id) {
        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * What one batch did.
     *
     * @param closed how many attempts
     * @param last   where it came to; empty when nothing was left
     */
    record Batch(int closed, Optional<Place> last) {}

    private record Overdue(Place place, Learner learner) {}

    /** Closes the next attempts in one transaction. */
    @Transactional
    Batch close(Place after, int most, Instant now) {
        List<Overdue> found = overdue(LEASED, after, most, now);
        for (Overdue each : found) {
            // Read under the lock: a save that came first is in it, a later one finds the attempt closed.
            attempts.grade(
                    each.learner,
                    reader.whole(each.learner.personId(), each.place().id()));
        }
        return new Batch(
                found.size(),
                found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().place()));
    }

    /** The next attempt that is to be closed, without closing it. */
    Optional<Place> next(Place after, Instant now) {
        return overdue(OVERDUE, after, 1, now).stream().map(Overdue::place).findFirst();
    }

    private List<Overdue> overdue(String statement, Place after, int most, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(statement)
                .bind("over", AttemptEnd.overBefore(now))
                .bind("afterDeadline", after.deadline())
                .bind("afterId", after.id())
                .bind("most", most)
                .map((row, context) -> overdue(row))
                .list());
    }

    private static Overdue overdue(ResultSet row) throws SQLException {
        return new Overdue(
                new Place(row.getObject("deadline", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)),
                new Learner(row.getObject("person_id", UUID.class), row.getObject("actor_id", UUID.class)));
    }
}
