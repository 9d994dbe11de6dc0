package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Answers;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.Mark;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.Score;

/**
 * Grades submitted attempts anew from their logs alone, marks included, and tells which stored scores differ; there should be none.
 * Attempts that wait for marks have no score yet. Reads a few hundred attempts at once, so that it needs the same memory whether
 * there are ten or ten million.
 */
@Singleton
class ScoreAudit {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ATTEMPTS_AT_ONCE = 500;
    private static final String SUBMITTED = """
            select a.id, a.earned, a.possible, q.position, q.arrangement, e.kind, e.revision, e.state, e.answer,
                   coalesce((select regrade.question_version_id from quiz.attempt_event regrade
                             where regrade.attempt_id = a.id and regrade.kind = 'regrade' and regrade.position = q.position
                             order by regrade.id desc limit 1), q.question_version_id) as question_version_id
            from (select id, earned, possible from quiz.attempt
                  where submitted_at is not null and earned is not null and id > :after order by id limit :most) a
            join quiz.attempt_question q on q.attempt_id = a.id
            left join quiz.attempt_event e on e.attempt_id = a.id and e.kind in ('save', 'mark') and e.position = q.position
            order by a.id, q.position, e.id
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;

    ScoreAudit(Jdbi jdbi, QuizVersions versions) {
        this.jdbi = jdbi;
        this.versions = versions;
    }

    /** An attempt whose stored score is not the one that its log gives. */
    record Difference(UUID attemptId, Score stored, Score recomputed) {}

    private record Row(
            UUID attempt,
            Score stored,
            int position,
            UUID question,
            String arrangement,
            @Nullable String kind,
            int revision,
            @Nullable String state,
            @Nullable String answer) {}

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        check(differences::add);
        return differences;
    }

    /** @return how many attempts were graded anew */
    long check(Consumer<Difference> found) {
        long checked = 0;
        UUID after = BEFORE_ALL;
        Map<UUID, List<Row>> attempts = next(after);
        while (!attempts.isEmpty()) {
            versions.questions(attempts.values().stream()
                    .flatMap(rows -> rows.stream().map(row -> row.question))
                    .distinct()
                    .toList());
            for (Map.Entry<UUID, List<Row>> attempt : attempts.entrySet()) {
                compare(attempt.getValue(), found);
                after = attempt.getKey();
            }
            checked += attempts.size();
            attempts = next(after);
        }
        return checked;
    }

    private void compare(List<Row> rows, Consumer<Difference> found) {
        Score stored = rows.getFirst().stored;
        Score recomputed = recomputed(rows);
        if (!recomputed.equals(stored)) {
            found.accept(new Difference(rows.getFirst().attempt, stored, recomputed));
        }
    }

    private Score recomputed(List<Row> rows) {
        Map<Integer, Row> questions = new HashMap<>();
        List<AttemptLog.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            questions.put(row.position, row);
            if (row.state != null) {
                Answer answer = row.answer == null
                        ? null
                        : Answers.read(versions.question(row.question).body(), Json.read(row.answer, JsonNode.class));
                lines.add(new AttemptLog.Line(
                        row.position, row.revision, new Given(ResponseState.of(row.state), answer)));
            }
        }
        Map<Integer, AttemptLog.Line> latest = AttemptLog.latest(lines);
        return Score.mean(questions.values().stream()
                .map(row -> score(row, latest.get(row.position), rows))
                .toList());
    }

    private Score score(Row question, AttemptLog.@Nullable Line line, List<Row> rows) {
        QuestionVersion version = versions.question(question.question);
        Given given = line == null ? null : line.given();
        return version.markedByPeople(given)
                ? marked(version, question.position, rows)
                : version.score(given, Json.read(question.arrangement, Arrangement.class));
    }

    /** By the last mark of the log; an attempt is not graded before there is one. */
    private static Score marked(QuestionVersion question, int position, List<Row> rows) {
        return rows.stream()
                .filter(row -> "mark".equals(row.kind) && row.position == position && row.answer != null)
                .max(Comparator.comparingInt(Row::revision))
                .map(row -> Mark.score(question.rubric().orElseThrow(), points(String.valueOf(row.answer))))
                .orElse(Score.NOTHING);
    }

    private static Map<String, Integer> points(String answer) {
        Map<String, Integer> points = new HashMap<>();
        Json.read(answer, JsonNode.class)
                .path("points")
                .properties()
                .forEach(point -> points.put(point.getKey(), point.getValue().asInt()));
        return points;
    }

    /** The attempts that follow, in the order of their ids. */
    private Map<UUID, List<Row>> next(UUID after) {
        Map<UUID, List<Row>> attempts = new LinkedHashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(SUBMITTED)
                        .bind("after", after)
                        .bind("most", ATTEMPTS_AT_ONCE)
                        .map((row, context) -> row(row))
                        .list())
                .forEach(row -> attempts.computeIfAbsent(row.attempt, id -> new ArrayList<>())
                        .add(row));
        return attempts;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Score(row.getLong("earned"), row.getLong("possible")),
                row.getInt("position"),
                row.getObject("question_version_id", UUID.class),
                row.getString("arrangement"),
                row.getString("kind"),
                row.getInt("revision"),
                row.getString("state"),
                row.getString("answer"));
    }
}
