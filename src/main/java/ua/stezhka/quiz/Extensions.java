package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;

/** Gives an open attempt more time, under the same row lock that saves and closing take; the open page is told within seconds. */
@Singleton
public class Extensions {
    public static final int MOST_MINUTES = 240;

    private static final String EXTEND = """
            with open_attempt as (
                select id from quiz.attempt
                where id = :attempt and kind = 'graded' and submitted_at is null and deadline is not null
                for update
            ), logged as (
                insert into quiz.attempt_event (attempt_id, kind, at, node, save_id, answer)
                select id, 'extend', cast(:now as timestamptz), :node, :extension,
                       jsonb_build_object('minutes', cast(:minutes as integer))
                from open_attempt
                on conflict do nothing
                returning attempt_id
            )
            update quiz.attempt a
            set deadline = greatest(a.deadline, cast(:now as timestamptz)) + make_interval(mins => :minutes)
            from logged where a.id = logged.attempt_id
            returning a.deadline
            """;

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final Clock clock;
    private final String node;

    Extensions(Jdbi jdbi, AuditTrail audit, Clock clock, QuizConfig config) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.node = config.node();
    }

    /**
     * Moves the deadline of an open attempt; whose time is just over gets the minutes from now on.
     *
     * @param extension made by the form: the same one sent twice counts once
     * @return the new deadline; empty when nothing was left to extend, or it was extended by this very form before
     */
    @Transactional
    public Optional<Instant> extend(UUID attemptId, UUID personId, UUID extension, int minutes, UUID by) {
        Optional<Instant> deadline = jdbi.withHandle(handle -> handle.createQuery(EXTEND)
                .bind("attempt", attemptId)
                .bind("extension", extension)
                .bind("minutes", minutes)
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .bind("node", node)
                .map((row, context) ->
                        row.getObject("deadline", OffsetDateTime.class).toInstant())
                .findOne());
        if (deadline.isPresent()) {
            audit.note(AuditNote.of("quiz.attempt_extended")
                    .by(by)
                    .about(personId)
                    .with("minutes", Integer.toString(minutes)));
        }
        return deadline;
    }
}
