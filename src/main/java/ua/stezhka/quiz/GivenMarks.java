package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.question.Mark;
import ua.stezhka.question.Score;

/** Reads the marks that people gave. */
@Singleton
public class GivenMarks {
    private static final String LAST = """
            select distinct on (position) position, number, marker_id, points, earned, possible, comment, marked_at
            from quiz.mark where attempt_id = :attempt order by position, number desc
            """;

    private final Jdbi jdbi;

    GivenMarks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The marks that count, by position. */
    Map<Integer, Mark> of(UUID attemptId) {
        List<Mark> marks = jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind("attempt", attemptId)
                .map((row, context) -> mark(row))
                .list());
        Map<Integer, Mark> byPosition = new HashMap<>();
        marks.forEach(mark -> byPosition.put(mark.position(), mark));
        return byPosition;
    }

    /** The mark that counts. */
    public Optional<Mark> of(UUID attemptId, int position) {
        return Optional.ofNullable(of(attemptId).get(position));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        Map<String, Integer> points = new HashMap<>();
        Json.read(row.getString("points"), com.fasterxml.jackson.databind.JsonNode.class)
                .properties()
                .forEach(point -> points.put(point.getKey(), point.getValue().asInt()));
        return new Mark(
                row.getInt("position"),
                row.getInt("number"),
                row.getObject("marker_id", UUID.class),
                points,
                new Score(row.getLong("earned"), row.getLong("possible")),
                row.getString("comment"),
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }
}
