package ua.stezhka.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Problem;

/** Reads attempts, each in one statement that also asks whose it is. */
@ApplicationScoped
class AttemptReader {
    private static final int ALL = 0;
    private static final String COLUMNS =
            """
            select a.id, a.quiz_version_id, a.started_at, a.submitted_at, a.deadline, a.earned, a.possible, a.passed,
                   q.position, q.question_version_id, q.flagged_at is not null as flagged,
                   q.earned as question_earned, q.possible as question_possible,
                   r.state, r.revision, r.saved_at, r.tries,
                   case when :only in (0, q.position) then q.arrangement end as arrangement,
                   case when :only in (0, q.position) then r.answer end as answer
            from quiz.attempt a
            join quiz.attempt_question q on q.attempt_id = a.id
            left join quiz.response r on r.attempt_id = q.attempt_id and r.position = q.position
            """;
    private static final String GRADED = COLUMNS
            + """
            where a.id = :attempt and a.person_id = :person and a.kind = 'graded'
            order by q.position
            """;
    private static final String PRACTICE = COLUMNS
            + """
            where a.quiz_id = :quiz and a.person_id = :person and a.kind = 'practice' and a.submitted_at is null
            order by q.position
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;

    AttemptReader(Jdbi jdbi, QuizVersions versions) {
        this.jdbi = jdbi;
        this.versions = versions;
    }

    /** The whole attempt. @throws Problem.NotFound when this person has no such attempt */
    AttemptSheet whole(UUID personId, UUID attemptId) {
        return graded(personId, attemptId, ALL);
    }

    /** The attempt with one question. @throws Problem.NotFound when this person has no such attempt or it no such question */
    AttemptSheet at(UUID personId, UUID attemptId, int position) {
        AttemptSheet sheet = graded(personId, attemptId, Math.max(1, position));
        sheet.slot(position).orElseThrow(Problem::notFound);
        return sheet;
    }

    private AttemptSheet graded(UUID personId, UUID attemptId, int only) {
        return jdbi.withHandle(handle -> handle.createQuery(GRADED)
                .bind("attempt", attemptId)
                .bind("person", personId)
                .bind("only", only)
                .scanResultSet((rows, context) -> sheet(rows.get())))
                .orElseThrow(Problem::notFound);
    }

    /** The practice of a person in a lesson. */
    Optional<AttemptSheet> practice(UUID personId, UUID lessonQuizId) {
        return jdbi.withHandle(handle -> handle.createQuery(PRACTICE)
                .bind("quiz", lessonQuizId)
                .bind("person", personId)
                .bind("only", ALL)
                .scanResultSet((rows, context) -> sheet(rows.get())));
    }

    private Optional<AttemptSheet> sheet(ResultSet row) throws SQLException {
        List<AttemptSheet.Slot> slots = new ArrayList<>();
        AttemptSheet head = null;
        while (row.next()) {
            if (head == null) {
                head = head(row, slots);
            }
            slots.add(slot(row));
        }
        return Optional.ofNullable(head);
    }

    private AttemptSheet head(ResultSet row, List<AttemptSheet.Slot> slots) throws SQLException {
        return new AttemptSheet(
                row.getObject("id", UUID.class),
                versions.quiz(row.getObject("quiz_version_id", UUID.class)),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                instant(row, "deadline"),
                score(row, "earned", "possible"),
                row.getBoolean("passed"),
                slots);
    }

    private AttemptSheet.Slot slot(ResultSet row) throws SQLException {
        UUID questionId = row.getObject("question_version_id", UUID.class);
        String arrangement = row.getString("arrangement");
        return new AttemptSheet.Slot(
                row.getInt("position"),
                questionId,
                arrangement == null ? null : Documents.read(arrangement, Arrangement.class),
                given(questionId, row.getString("state"), row.getString("answer"), arrangement != null),
                row.getInt("revision"),
                instant(row, "saved_at"),
                row.getInt("tries"),
                row.getBoolean("flagged"),
                score(row, "question_earned", "question_possible"));
    }

    private @Nullable Given given(UUID questionId, @Nullable String state, @Nullable String answer, boolean wanted) {
        if (state == null) {
            return null;
        }
        ResponseState known = ResponseState.of(state);
        return new Given(
                known,
                answer == null || !wanted
                        ? null
                        : Answers.read(versions.question(questionId).body(), Documents.tree(answer)));
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
