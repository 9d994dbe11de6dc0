package ua.stezhka.quiz;

import java.time.Instant;
import java.util.UUID;

/**
 * An attempt was submitted and graded. Observed in the same transaction.
 *
 * @param course      the course’s id in the content
 * @param score       what was earned of everything
 * @param submittedAt when
 */
public record AttemptGraded(
        UUID attemptId,
        Learner learner,
        UUID quizId,
        UUID courseId,
        String course,
        Score score,
        boolean passed,
        Instant submittedAt) {}
