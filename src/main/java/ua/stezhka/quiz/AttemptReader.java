package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Answers;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.Score;

/** Reads attempts, each in one statement that also asks whose it is. */
@Singleton
class AttemptReader {
    private static final int ALL = 0;
    private static final String SHEET = """
            select a.id, a.kind, a.quiz_version_id, a.started_at, a.submitted_at, a.deadline, a.earned, a.possible, a.passed,
                   q.position, coalesce(q.graded_by_id, q.question_version_id) as question_version_id, q.flagged_at is not null as flagged,
                   q.earned as question_earned, q.possible as question_possible,
                   r.state, r.revision, r.saved_at, r.tries,
                   case when :only in (0, q.position) then q.arrangement end as arrangement,
                   case when :only in (0, q.position) then r.answer end as answer
            from quiz.attempt a
            join quiz.attempt_question q on q.attempt_id = a.id
            left join quiz.response r on r.attempt_id = q.attempt_id and r.position = q.position
            where %s order by q.position
            """;
    /** Two statements, so that an attempt is found by its id and not among all attempts of a person. */
    static final String GRADED = SHEET.formatted("a.id = :attempt and a.person_id = :person and a.kind <> 'practice'");

    private static final String PRACTICE =
            SHEET.formatted("a.person_id = :person and a.quiz_id = :lesson and a.kind = 'practice'");

    private static final String UNTIL = """
            select submitted_at is null as open, deadline from quiz.attempt
            where id = :attempt and person_id = :person and kind = 'graded'
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final AskedQuestions asked;

    AttemptReader(Jdbi jdbi, QuizVersions versions, AskedQuestions asked) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.asked = asked;
    }

    /** Whether an attempt is open, and until when. */
    record Until(boolean open, @Nullable Instant deadline) {}

    /** The whole attempt. @throws Problem.NotFound when this person has no such attempt */
    AttemptSheet whole(UUID personId, UUID attemptId) {
        return graded(personId, attemptId, ALL);
    }

    /** The attempt with one question. @throws Problem.NotFound when this person has no such attempt or it no such question */
    AttemptSheet at(UUID personId, UUID attemptId, int position) {
        AttemptSheet sheet = graded(personId, attemptId, Math.max(1, position));
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow(Problem::notFound);
        if (sheet.open()) {
            asked.keep(
                    new AskedQuestions.Place(personId, attemptId, position),
                    new AskedQuestions.Asked(slot.questionVersionId(), slot.shown()));
        }
        return sheet;
    }

    /** Until when an attempt is open. @throws Problem.NotFound when this person has no such attempt */
    Until until(UUID personId, UUID attemptId) {
        return jdbi.withHandle(handle -> handle.createQuery(UNTIL)
                        .bind("person", personId)
                        .bind("attempt", attemptId)
                        .map((row, context) -> new Until(row.getBoolean("open"), instant(row, "deadline")))
                        .findOne())
                .orElseThrow(Problem::notFound);
    }

    private AttemptSheet graded(UUID personId, UUID attemptId, int only) {
        return sheet(rows(GRADED, "attempt", attemptId, personId, only)).orElseThrow(Problem::notFound);
    }

    /** The practice of a person in a lesson. */
    Optional<AttemptSheet> practice(UUID personId, UUID lessonQuizId) {
        return sheet(rows(PRACTICE, "lesson", lessonQuizId, personId, ALL));
    }

    private List<Row> rows(String statement, String name, UUID id, UUID personId, int only) {
        return jdbi.withHandle(handle -> handle.createQuery(statement)
                .bind(name, id)
                .bind("person", personId)
                .bind("only", only)
                .map((row, context) -> Row.of(row))
                .list());
    }

    /** Read after the connection is given back: what is not yet known of the quiz may take another one. */
    private Optional<AttemptSheet> sheet(List<Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row head = rows.getFirst();
        QuizVersion quiz = versions.quiz(head.quizVersionId);
        versions.prepare(quiz);
        return Optional.of(new AttemptSheet(
                head.id,
                head.kind.equals("trial"),
                quiz,
                head.startedAt,
                head.submittedAt,
                head.deadline,
                head.score,
                head.passed,
                rows.stream().map(this::slot).toList()));
    }

    private AttemptSheet.Slot slot(Row row) {
        return new AttemptSheet.Slot(
                row.position,
                row.questionVersionId,
                row.arrangement == null ? null : Json.read(row.arrangement, Arrangement.class),
                given(row),
                row.revision,
                row.savedAt,
                row.tries,
                row.flagged,
                row.questionScore);
    }

    private @Nullable Given given(Row row) {
        if (row.state == null) {
            return null;
        }
        Answer answer = row.answer == null
                ? null
                : Answers.read(versions.question(row.questionVersionId).body(), Json.read(row.answer, JsonNode.class));
        return new Given(ResponseState.of(row.state), answer);
    }

    private record Row(
            UUID id,
            String kind,
            UUID quizVersionId,
            Instant startedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant deadline,
            @Nullable Score score,
            boolean passed,
            int position,
            UUID questionVersionId,
            boolean flagged,
            @Nullable Score questionScore,
            @Nullable String state,
            int revision,
            @Nullable Instant savedAt,
            int tries,
            @Nullable String arrangement,
            @Nullable String answer) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("quiz_version_id", UUID.class),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    instant(row, "submitted_at"),
                    instant(row, "deadline"),
                    AttemptReader.score(row, "earned", "possible"),
                    row.getBoolean("passed"),
                    row.getInt("position"),
                    row.getObject("question_version_id", UUID.class),
                    row.getBoolean("flagged"),
                    AttemptReader.score(row, "question_earned", "question_possible"),
                    row.getString("state"),
                    row.getInt("revision"),
                    instant(row, "saved_at"),
                    row.getInt("tries"),
                    row.getString("arrangement"),
                    row.getString("answer"));
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Score score(ResultSet row, String earned, String possible) throws SQLException {
        long of = row.getLong(possible);
        return of == 0 ? null : new Score(row.getLong(earned), of);
    }
}
