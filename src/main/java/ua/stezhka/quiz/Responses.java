package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.MalformedAnswer;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.ResponseState;

/**
 * Answers of open attempts. A save is one statement: whose attempt it is, whether it is open, whether the answer is newer, the
 * answer and its line in the log, all or nothing. A save that counts has revision {@code base + 1}, so saves that arrive in any
 * order, once or many times, end in the same state: the one with the highest revision. What comes after the end of the time and
 * the grace is kept in the log and does not count.
 */
@Singleton
class Responses {
    private static final int HIGHEST_REVISION = 1_000_000;
    private static final int MOST_LATE_ANSWERS = 200;
    private static final int MOST_ROUNDS = 5;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SAVE = """
            with open_attempt as (
                select id from quiz.attempt
                where id = :attempt and person_id = :person and submitted_at is null and kind <> 'practice'
                  and (deadline is null or deadline > cast(:over as timestamptz))
                for no key update
            ), known as (
                select revision, at, position from quiz.attempt_event
                where attempt_id = :attempt and save_id = :save and kind = 'save'
            ), written as (
                insert into quiz.response as stored (attempt_id, position, revision, state, answer, saved_at)
                select id, :position, :base + 1, :state, cast(:answer as jsonb), cast(:now as timestamptz)
                from open_attempt where not exists (select from known)
                on conflict (attempt_id, position) do update
                set revision = excluded.revision, state = excluded.state, answer = excluded.answer,
                    saved_at = excluded.saved_at
                where stored.revision < excluded.revision and quiz.keeps_presses(stored.answer, excluded.answer)
                returning revision
            ), logged as (
                insert into quiz.attempt_event
                    (attempt_id, kind, at, node, position, revision, save_id, state, answer)
                select :attempt, 'save', cast(:now as timestamptz), :node, :position, revision, :save, :state,
                       cast(:answer as jsonb)
                from written
            )
            select saved.revision, saved.at, saved.position, a.deadline
            from (select revision, cast(:now as timestamptz) as at, :position as position from written
                  union all
                  select revision, at, position from known) saved
            join quiz.attempt a on a.id = :attempt and a.person_id = :person
            """;
    private static final String SETTLE = """
            with mine as (
                select id, deadline, submitted_at is null and (deadline is null or deadline > cast(:over as timestamptz)) as open,
                       deadline <= cast(:over as timestamptz) and (submitted_at is null or submitted_at >= deadline) as over
                from quiz.attempt where id = :attempt and person_id = :person and kind <> 'practice'
            ), known as (
                select revision, at, position from quiz.attempt_event
                where attempt_id = :attempt and save_id = :save and kind = 'save'
            ), stored as (
                select revision, state, answer from quiz.response where attempt_id = :attempt and position = :position
            ), logged as (
                insert into quiz.attempt_event
                    (attempt_id, kind, at, node, position, revision, save_id, state, answer)
                select mine.id, 'conflict', cast(:now as timestamptz), :node, :position, stored.revision, :save, :state,
                       cast(:answer as jsonb)
                from mine, stored where mine.open and not exists (select from known)
                on conflict do nothing
            ), late as (
                insert into quiz.attempt_event (attempt_id, kind, at, node, position, save_id, state, answer)
                select mine.id, 'late', cast(:now as timestamptz), :node, :position, :save, :state, cast(:answer as jsonb)
                from mine
                where mine.over and not exists (select from known)
                  and (select count(*) from quiz.attempt_event e where e.attempt_id = mine.id and e.kind = 'late') < :mostLate
                on conflict do nothing
            )
            select mine.open, mine.over, mine.deadline, known.revision as known_revision, known.at as known_at, known.position as known_position,
                   stored.revision as stored_revision, stored.state as stored_state, stored.answer as stored_answer
            from mine left join known on true left join stored on true
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final AskedQuestions asked;
    private final UploadedFiles files;
    private final Clock clock;
    private final String node;

    Responses(
            Jdbi jdbi,
            QuizVersions versions,
            AskedQuestions asked,
            UploadedFiles files,
            Clock clock,
            QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.asked = asked;
        this.files = files;
        this.clock = clock;
        this.node = config.node();
    }

    /** One save of one answer. {@code saveId} is made by the client, so that sending it again is harmless. */
    record Save(UUID personId, UUID attemptId, int position, UUID saveId, int baseRevision, Given given) {}

    private record Acknowledged(
            int revision,
            Instant at,
            int position,
            @Nullable Instant deadline) {}

    /**
     * Stores an answer; returns after the commit.
     *
     * @throws MalformedAnswer when the answer does not fit the question
     * @throws Problem         not found, or {@code quiz.attempt_closed}
     */
    SaveOutcome save(UUID personId, UUID attemptId, int position, UUID saveId, int base, AnswerReader reader) {
        AskedQuestions.Asked question = asked.at(new AskedQuestions.Place(personId, attemptId, position));
        QuestionBody body = versions.question(question.versionId()).body();
        Given given = reader.read(body);
        if (given.answer() != null) {
            question.arrangement().resolve(given.answer());
        }
        if (given.answer() instanceof Answer.Rehearsal rehearsal && !rehearsal.onePressAStep()) {
            throw new MalformedAnswer("presses");
        }
        if (body instanceof QuestionBody.FileWork task && given.answer() instanceof Answer.FileWork work) {
            files.requireAll(attemptId, position, work, task.most());
        }
        if (base < 0 || base > HIGHEST_REVISION) {
            throw new MalformedAnswer("baseRevision");
        }
        return store(new Save(personId, attemptId, position, saveId, base, given));
    }

    /** Reads an answer once the type of its question is known. */
    @FunctionalInterface
    interface AnswerReader {
        Given read(QuestionBody body);
    }

    SaveOutcome store(Save save) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<SaveOutcome> outcome =
                    write(save, now).map(known -> saved(known, save)).or(() -> settle(save, now));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw Problem.busy(Duration.ofSeconds(1));
    }

    private Optional<Acknowledged> write(Save save, Instant now) {
        try {
            return jdbi.withHandle(handle -> bind(handle.createQuery(SAVE), save, now)
                    .bind("base", save.baseRevision())
                    .map((row, context) -> new Acknowledged(
                            row.getInt("revision"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getInt("position"),
                            AttemptReader.instant(row, "deadline")))
                    .findOne());
        } catch (UnableToExecuteStatementException refused) {
            // The same save came twice at once with different bases: the other one is stored by now.
            if (refused.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Empty when the attempt was extended between the two statements, so that the answer may be stored after all. */
    private Optional<SaveOutcome> settle(Save save, Instant now) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(SETTLE), save, now)
                        .bind("mostLate", MOST_LATE_ANSWERS)
                        .map((row, context) -> settled(row, save))
                        .findOne())
                .orElseThrow(Problem::notFound);
    }

    private static Optional<SaveOutcome> settled(ResultSet row, Save save) throws SQLException {
        if (row.getInt("known_revision") > 0) {
            return Optional.of(saved(
                    new Acknowledged(
                            row.getInt("known_revision"),
                            row.getObject("known_at", OffsetDateTime.class).toInstant(),
                            row.getInt("known_position"),
                            AttemptReader.instant(row, "deadline")),
                    save));
        }
        if (row.getBoolean("over")) {
            return Optional.of(new SaveOutcome.Late(Objects.requireNonNull(AttemptReader.instant(row, "deadline"))));
        }
        if (!row.getBoolean("open")) {
            throw Problem.conflict("quiz.attempt_closed");
        }
        if (row.getInt("stored_revision") == 0) {
            return Optional.empty();
        }
        String answer = row.getString("stored_answer");
        return Optional.of(new SaveOutcome.Stale(
                row.getInt("stored_revision"),
                ResponseState.of(row.getString("stored_state")),
                answer == null ? null : Json.read(answer, JsonNode.class)));
    }

    /** The same saveId for another question is a fault of the client, not a replay. */
    private static SaveOutcome saved(Acknowledged known, Save save) {
        if (known.position() != save.position()) {
            throw new MalformedAnswer("saveId");
        }
        return new SaveOutcome.Saved(known.revision(), known.at(), known.deadline());
    }

    private Query bind(Query query, Save save, Instant now) {
        return query.bind("attempt", save.attemptId())
                .bind("person", save.personId())
                .bind("position", save.position())
                .bind("save", save.saveId())
                .bind("state", save.given().state().word())
                .bind("answer", save.given().json())
                .bind("now", now)
                .bind("over", AttemptEnd.overBefore(now))
                .bind("node", node);
    }
}
