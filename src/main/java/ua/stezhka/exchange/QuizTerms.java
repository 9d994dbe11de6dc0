package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import ua.stezhka.quiz.Behaviour;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.Terms;

/** Reads on which terms the final quiz of a course is taken. */
final class QuizTerms {
    /** In a year, when the file says nothing else. */
    private static final int USUAL_DAYS = 365;

    private QuizTerms() {}

    static Terms of(JsonNode quiz) {
        int attempts = quiz.path("attempts").path("most").asInt(0);
        return new Terms(
                Behaviour.of(quiz.path("behaviour").asText("graded")),
                blueprint(quiz),
                attempts,
                attempts == 0 ? 0 : quiz.path("attempts").path("within_days").asInt(USUAL_DAYS),
                quiz.path("attempts").path("wait_hours").asInt(0),
                quiz.path("limit_minutes").asInt(0));
    }

    static @Nullable Blueprint blueprint(JsonNode quiz) {
        return quiz.has("blueprint")
                ? new Blueprint(quiz.path("blueprint")
                        .valueStream()
                        .map(cell -> new Blueprint.Cell(
                                cell.path("competence").asText(),
                                cell.path("level").asText(),
                                cell.path("count").asInt()))
                        .toList())
                : null;
    }
}
