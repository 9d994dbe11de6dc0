package ua.stezhka.quiz;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.question.Score;

/**
 * A submitted attempt has another score than before, because a key was corrected. Observed in the same transaction.
 *
 * @param course       the course’s id in the content
 * @param before       the score until now
 * @param score        the score that counts
 * @param passedBefore whether it had passed until now
 */
public record AttemptRegraded(
        UUID attemptId,
        Learner learner,
        UUID quizId,
        UUID courseId,
        String course,
        Score before,
        Score score,
        boolean passedBefore,
        boolean passed,
        Instant at) {}
