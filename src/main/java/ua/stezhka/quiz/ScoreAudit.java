package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;

/** Grades attempts anew from their logs alone, marks included, and tells which stored scores differ; there should be none. */
@Singleton
class ScoreAudit {
    private static final String SUBMITTED = """
            select a.id, a.earned, a.possible, q.position, q.question_version_id, q.arrangement, e.kind, e.revision, e.state, e.answer
            from quiz.attempt a
            join quiz.attempt_question q on q.attempt_id = a.id
            left join quiz.attempt_event e on e.attempt_id = a.id and e.kind in ('save', 'mark') and e.position = q.position
            where a.earned is not null
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
        Map<UUID, List<Row>> attempts = new HashMap<>();
        rows().forEach(row ->
                attempts.computeIfAbsent(row.attempt, id -> new ArrayList<>()).add(row));
        List<Difference> differences = new ArrayList<>();
        attempts.forEach((id, rows) -> {
            Score recomputed = recomputed(rows);
            if (!recomputed.equals(rows.getFirst().stored)) {
                differences.add(new Difference(id, rows.getFirst().stored, recomputed));
            }
        });
        return differences;
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

    private List<Row> rows() {
        return jdbi.withHandle(handle -> handle.createQuery(SUBMITTED)
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        new Score(row.getLong("earned"), row.getLong("possible")),
                        row.getInt("position"),
                        row.getObject("question_version_id", UUID.class),
                        row.getString("arrangement"),
                        row.getString("kind"),
                        row.getInt("revision"),
                        row.getString("state"),
                        row.getString("answer")))
                .list());
    }
}
