package ua.stezhka.quiz;

import java.util.Collection;
import ua.stezhka.question.Score;
import ua.stezhka.xapi.Result;

/** What came out of an attempt, all answers together. */
record AttemptOutcome(Score score, boolean passed) {
    /** @param scores of every question of the attempt */
    static AttemptOutcome of(Collection<Score> scores, QuizVersion quiz) {
        Score score = Score.mean(scores);
        return new AttemptOutcome(score, score.reaches(quiz.passPercent()));
    }

    Result result() {
        return Result.ofSuccess(passed).withScore(QuizStatements.scored(score));
    }
}
