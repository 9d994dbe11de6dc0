package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;

/** Grades submitted attempts anew from their logs alone and tells which stored scores differ; there should be none. */
@Singleton
class ScoreAudit {
    private static final String SUBMITTED = """
            select a.id, a.earned, a.possible, q.position, q.arrangement, e.revision, e.state, e.answer,
                   coalesce((select regrade.question_version_id from quiz.attempt_event regrade
                             where regrade.attempt_id = a.id and regrade.kind = 'regrade' and regrade.position = q.position
                             order by regrade.id desc limit 1), q.question_version_id) as question_version_id
            from quiz.attempt a
            join quiz.attempt_question q on q.attempt_id = a.id
            left join quiz.attempt_event e on e.attempt_id = a.id and e.kind = 'save' and e.position = q.position
            where a.submitted_at is not null
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
                .map(row -> {
                    AttemptLog.Line line = latest.get(row.position);
                    Arrangement shown = Json.read(row.arrangement, Arrangement.class);
                    return versions.question(row.question).score(line == null ? null : line.given(), shown);
                })
                .toList());
    }

    private List<Row> rows() {
        return jdbi.withHandle(handle -> handle.createQuery(SUBMITTED)
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        new Score(row.getLong("earned"), row.getLong("possible")),
                        row.getInt("position"),
                        row.getObject("question_version_id", UUID.class),
                        row.getString("arrangement"),
                        row.getInt("revision"),
                        row.getString("state"),
                        row.getString("answer")))
                .list());
    }
}
