package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * A final quiz as its author plans it.
 *
 * @param course    the course’s id in the content
 * @param draws     how many questions an attempt asks
 * @param blueprint what it asks; null where the questions are drawn from all alike
 * @param pool      how many live questions there are of each competence and level
 */
public record QuizPlan(
        UUID quizId,
        UUID versionId,
        String course,
        LocalText title,
        int draws,
        int passPercent,
        int minutes,
        @Nullable Blueprint blueprint,
        List<Blueprint.Cell> pool) {}
