package ua.stezhka.quiz;

import java.time.Instant;
import java.util.UUID;

/**
 * A check question of a lesson was answered and checked. Observed in the same transaction.
 *
 * @param question the question’s id in the content
 * @param right    everything was right
 * @param tries    how many times it was answered so far
 */
public record ResponseChecked(
        UUID attemptId,
        Learner learner,
        UUID lessonQuizId,
        UUID courseId,
        String course,
        String lesson,
        String question,
        boolean right,
        int tries,
        Instant checkedAt) {}
