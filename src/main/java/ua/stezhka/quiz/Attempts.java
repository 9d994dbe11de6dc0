package ua.stezhka.quiz;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/** Attempts at final quizzes, from start to submission; each step may be asked for many times at once and happens once. */
@Singleton
public class Attempts {
    private static final String OPEN =
            "select id from quiz.attempt where person_id = :person and quiz_id = :quiz and kind = 'graded' and submitted_at is null";
    static final String START = """
            with started as (
                insert into quiz.attempt (id, person_id, quiz_id, quiz_version_id, kind, started_at, deadline)
                values (:id, :person, :quiz, :version, :kind, cast(:now as timestamptz), cast(:deadline as timestamptz))
                on conflict (person_id, quiz_id) where submitted_at is null and kind <> 'trial' do nothing
                returning id
            ), asked as (
                insert into quiz.attempt_question (attempt_id, position, question_version_id, arrangement)
                select started.id, question.position, question.version, question.arrangement
                from started, jsonb_to_recordset(cast(:questions as jsonb))
                    as question(position integer, version uuid, arrangement jsonb)
            ), logged as (
                insert into quiz.attempt_event (attempt_id, kind, at, node)
                select id, 'start', cast(:now as timestamptz), :node from started
            )
            select id from started
            """;
    private static final String LOCK = """
            select submitted_at is null from quiz.attempt
            where id = :attempt and person_id = :person and kind <> 'practice' for update
            """;
    private static final String SUBMIT = """
            with scored as (
                update quiz.attempt_question question set earned = score.earned, possible = score.possible
                from jsonb_to_recordset(cast(:scores as jsonb)) as score(position integer, earned bigint, possible bigint)
                where question.attempt_id = :attempt and question.position = score.position
            ), logged as (
                insert into quiz.attempt_event (attempt_id, kind, at, node)
                values (:attempt, :end, cast(:now as timestamptz), :node)
            )
            update quiz.attempt set submitted_at = cast(:endedAt as timestamptz), earned = :earned, possible = :possible,
                   passed = :passed, graded_at = case when cast(:passed as boolean) is not null then cast(:endedAt as timestamptz) end
            where id = :attempt
            """;
    private static final String FLAG = """
            update quiz.attempt_question question set flagged_at = case when :flagged then cast(:now as timestamptz) end
            from quiz.attempt a
            where a.id = :attempt and a.person_id = :person and a.submitted_at is null
              and question.attempt_id = a.id and question.position = :position
            """;
    private static final String STANDING = """
            select (array_agg(id) filter (where submitted_at is null))[1] as open,
                   count(submitted_at) as submitted,
                   (array_agg(id order by submitted_at desc) filter (where submitted_at is not null and earned is null))[1] as waiting,
                   (array_agg(id order by submitted_at) filter (where passed))[1] as passed,
                   min(submitted_at) filter (where passed) as passed_at
            from quiz.attempt where person_id = :person and quiz_id = :quiz and kind = 'graded'
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final AttemptDraw drawing;
    private final Turns turns;
    private final AttemptReader reader;
    private final QuizStatements statements;
    private final Event<AttemptGraded> graded;
    private final Clock clock;
    private final String node;

    Attempts(
            Jdbi jdbi,
            QuizVersions versions,
            AttemptDraw drawing,
            Turns turns,
            AttemptReader reader,
            QuizStatements statements,
            Event<AttemptGraded> graded,
            Clock clock,
            QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.drawing = drawing;
        this.turns = turns;
        this.reader = reader;
        this.statements = statements;
        this.graded = graded;
        this.clock = clock;
        this.node = config.node();
    }

    /** A question at its place in a new attempt, as {@link #START} reads it. */
    record Asked(int position, UUID version, Map<String, List<String>> arrangement) {}

    /** A score as {@link #SUBMIT} reads it. */
    private record Graded(int position, long earned, long possible) {}

    /**
     * The person’s open attempt at a final quiz; begins one when there is none.
     *
     * @throws Problem.NotFound when there is no such quiz
     * @throws Problem.Conflict {@link Turns#NOT_YET} when the terms of the quiz do not allow an attempt yet
     */
    @Transactional
    public UUID start(Learner learner, UUID quizId) {
        QuizVersion quiz = versions.current(quizId).filter(QuizVersion::isFinal).orElseThrow(Problem::notFound);
        turns.queue(learner.personId(), quiz);
        if (quiz.terms().limitTime()) {
            overdue(learner.personId(), quizId).ifPresent(left -> submit(learner, left));
        }
        return open(learner.personId(), quizId)
                .or(() -> begin(learner, quiz))
                // Somebody else began it in the same moment; that statement has committed by now.
                .or(() -> open(learner.personId(), quizId))
                .orElseThrow(() -> Problem.conflict("conflict"));
    }

    private Optional<UUID> open(UUID personId, UUID quizId) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("person", personId)
                .bind("quiz", quizId)
                .mapTo(UUID.class)
                .findOne());
    }

    /** An attempt whose time is over and that nobody has closed yet does not stand in the way of the next one. */
    private Optional<UUID> overdue(UUID personId, UUID quizId) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN + " and deadline <= cast(:over as timestamptz)")
                .bind("person", personId)
                .bind("quiz", quizId)
                .bind("over", AttemptEnd.overBefore(now()))
                .mapTo(UUID.class)
                .findOne());
    }

    private Optional<UUID> begin(Learner learner, QuizVersion quiz) {
        Instant now = now();
        Instant deadline = turns.take(learner.personId(), quiz, now);
        Optional<UUID> begun = jdbi.withHandle(handle -> handle.createQuery(START)
                .bind("id", Ids.next())
                .bind("person", learner.personId())
                .bind("quiz", quiz.quizId())
                .bind("version", quiz.id())
                .bind("kind", "graded")
                .bind("questions", Json.write(drawing.draw(learner.personId(), quiz)))
                .bind("now", now)
                .bind("deadline", deadline)
                .bind("node", node)
                .mapTo(UUID.class)
                .findOne());
        begun.ifPresent(id -> statements.started(learner, id, quiz, now));
        return begun;
    }

    /**
     * Submits and grades an attempt; an attempt that is submitted stays as it was.
     *
     * @throws Problem.NotFound when this person has no such attempt
     */
    @Transactional
    public void submit(Learner learner, UUID attemptId) {
        boolean open = jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bind("attempt", attemptId)
                .bind("person", learner.personId())
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(Problem::notFound));
        if (open) {
            grade(learner, reader.whole(learner.personId(), attemptId));
        }
    }

    /** Submits an attempt that the caller has locked, and grades it unless people have to mark an answer first. */
    void grade(Learner learner, AttemptSheet sheet) {
        List<QuestionVersion> questions = sheet.slots().stream()
                .map(slot -> versions.question(slot.questionVersionId()))
                .toList();
        Map<Integer, Score> scores = new LinkedHashMap<>();
        for (AttemptSheet.Slot slot : sheet.slots()) {
            Score score = score(sheet, slot, questions.get(slot.position() - 1));
            if (score != null) {
                scores.put(slot.position(), score);
            }
        }
        Instant now = now();
        AttemptOutcome outcome = scores.size() == questions.size()
                ? AttemptOutcome.of(List.copyOf(scores.values()), sheet.quiz())
                : null;
        AttemptEnd end = AttemptEnd.of(sheet.deadline(), now);
        submit(sheet.id(), scores, outcome, now, end);
        if (!sheet.trial()) {
            tell(learner, sheet, new QuizStatements.Answered(questions, scores), outcome, end.endedAt());
        }
    }

    /** Null when people have to mark the answer; nobody marks the answers of a trial, so they earn nothing there. */
    private static @Nullable Score score(AttemptSheet sheet, AttemptSheet.Slot slot, QuestionVersion question) {
        if (question.markedByPeople(slot.given())) {
            return sheet.trial() ? Score.NOTHING : null;
        }
        return question.score(slot.given(), slot.shown());
    }

    /** @param outcome null when the score comes later */
    private void tell(
            Learner learner,
            AttemptSheet sheet,
            QuizStatements.Answered answered,
            @Nullable AttemptOutcome outcome,
            Instant endedAt) {
        statements.submitted(learner, sheet, answered, outcome, endedAt);
        if (outcome != null) {
            graded.fire(AttemptGraded.of(sheet, learner, outcome, endedAt));
        }
    }

    private void submit(
            UUID attempt, Map<Integer, Score> scores, @Nullable AttemptOutcome outcome, Instant now, AttemptEnd end) {
        List<Graded> rows = scores.entrySet().stream()
                .map(each -> new Graded(
                        each.getKey(), each.getValue().earned(), each.getValue().possible()))
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate(SUBMIT)
                .bind("attempt", attempt)
                .bind("scores", Json.write(rows))
                .bind("earned", outcome == null ? null : (Long) outcome.score().earned())
                .bind(
                        "possible",
                        outcome == null ? null : (Long) outcome.score().possible())
                .bind("passed", outcome == null ? null : (Boolean) outcome.passed())
                .bind("now", now)
                .bind("end", end.kind())
                .bind("endedAt", end.endedAt())
                .bind("node", node)
                .execute());
    }

    /** How a person stands with a quiz. */
    public QuizStanding standing(UUID personId, UUID quizId) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING)
                .bind("person", personId)
                .bind("quiz", quizId)
                .map((row, context) -> new QuizStanding(
                        Optional.ofNullable(row.getObject("open", UUID.class)),
                        row.getInt("submitted"),
                        Optional.ofNullable(row.getObject("waiting", UUID.class)),
                        Optional.ofNullable(row.getObject("passed", UUID.class)),
                        Optional.ofNullable(AttemptReader.instant(row, "passed_at"))))
                .one());
    }

    /** Remembers that a person wants to come back to a question of an open attempt, or no longer does. */
    void flag(UUID personId, UUID attemptId, int position, boolean flagged) {
        jdbi.useHandle(handle -> handle.createUpdate(FLAG)
                .bind("attempt", attemptId)
                .bind("person", personId)
                .bind("position", position)
                .bind("flagged", flagged)
                .bind("now", now())
                .execute());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
