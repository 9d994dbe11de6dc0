package ua.stezhka.quiz;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.question.Score;

/**
 * An attempt was graded: when it was submitted, or when people gave the last mark. Observed in the same transaction.
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
        Instant submittedAt) {

    static AttemptGraded of(AttemptSheet sheet, Learner learner, AttemptOutcome outcome, Instant submittedAt) {
        QuizVersion quiz = sheet.quiz();
        return new AttemptGraded(
                sheet.id(),
                learner,
                quiz.quizId(),
                quiz.courseId(),
                quiz.course(),
                outcome.score(),
                outcome.passed(),
                submittedAt);
    }
}
