package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Whose turn it is at a certifying quiz, and how long an attempt may take. Asks nothing where there are no limits. */
@Singleton
class Turns {
    /** What a start that is too early is refused with; its member {@code from} says when it is possible. */
    static final String NOT_YET = "quiz.attempt_not_yet";

    private static final String ONE_AT_A_TIME =
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended(:person || '/' || :quiz, 0))) locked";

    private static final String PAST = """
            select started_at, submitted_at from quiz.attempt
            where person_id = :person and quiz_id = :quiz and kind = 'graded' and submitted_at is not null
            order by started_at desc limit 100
            """;

    private final Jdbi jdbi;
    private final Accommodations accommodations;

    Turns(Jdbi jdbi, Accommodations accommodations) {
        this.jdbi = jdbi;
        this.accommodations = accommodations;
    }

    /**
     * What a person may expect of the next attempt.
     *
     * @param from    from when it is possible; empty when it is possible now
     * @param left    attempts that are left now; empty when there is no limit
     * @param minutes how long this person may take; empty when there is no limit for this person
     */
    record Expectation(Optional<Instant> from, Optional<Integer> left, Optional<Long> minutes) {}

    /** @param personId null for somebody who is not known yet */
    Expectation expect(@Nullable UUID personId, QuizVersion quiz, Instant now) {
        Terms terms = quiz.terms();
        List<NextAttempt.Past> past = personId == null || !terms.limitAttempts() ? List.of() : past(personId, quiz);
        return new Expectation(
                NextAttempt.from(terms, past, now),
                NextAttempt.left(terms, past, now),
                time(personId, terms).map(Duration::toMinutes));
    }

    /**
     * Has starts of one person at one quiz wait for each other, until the transaction ends. Whoever looks for an open attempt only
     * after that, and then asks whose turn it is, sees each attempt either open or submitted.
     */
    void queue(UUID personId, QuizVersion quiz) {
        if (quiz.terms().limitAttempts()) {
            jdbi.useHandle(handle -> handle.createQuery(ONE_AT_A_TIME)
                    .bind("person", personId.toString())
                    .bind("quiz", quiz.quizId().toString())
                    .mapTo(Integer.class)
                    .one());
        }
    }

    /**
     * Lets an attempt begin, within the transaction that begins it and has queued for it.
     *
     * @return its deadline, or null when there is none
     * @throws Problem.Conflict {@link #NOT_YET} with the moment {@code from} which it is possible
     */
    @Nullable
    Instant take(UUID personId, QuizVersion quiz, Instant now) {
        Terms terms = quiz.terms();
        if (terms.limitAttempts()) {
            NextAttempt.from(terms, past(personId, quiz), now).ifPresent(from -> {
                throw Problem.conflict(NOT_YET, Map.of("from", from));
            });
        }
        return time(personId, terms).map(now::plus).orElse(null);
    }

    private Optional<Duration> time(@Nullable UUID personId, Terms terms) {
        if (!terms.limitTime()) {
            return Optional.empty();
        }
        Optional<Accommodation> more = personId == null ? Optional.empty() : accommodations.of(personId);
        return more.isPresent()
                ? more.get().of(terms.limitMinutes())
                : Optional.of(Duration.ofMinutes(terms.limitMinutes()));
    }

    private List<NextAttempt.Past> past(UUID personId, QuizVersion quiz) {
        return jdbi.withHandle(handle -> handle.createQuery(PAST)
                .bind("person", personId)
                .bind("quiz", quiz.quizId())
                .map((row, context) -> past(row))
                .list());
    }

    private static NextAttempt.Past past(ResultSet row) throws SQLException {
        return new NextAttempt.Past(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant());
    }
}
