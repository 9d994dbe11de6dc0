package ua.stezhka.quiz;

import java.util.Locale;
import java.util.UUID;
import ua.stezhka.question.Score;

/**
 * What another key does to one attempt.
 *
 * @param learner      who answered
 * @param position     where the question stands
 * @param question     the question’s score by the other key
 * @param before       the score of the attempt until now
 * @param after        the score of the attempt by the other key
 * @param questions    how many questions the attempt has
 */
public record ScoreChange(
        UUID attemptId,
        Learner learner,
        UUID quizVersionId,
        int position,
        Score question,
        Score before,
        Score after,
        int questions,
        boolean passedBefore,
        boolean passedAfter) {

    /** What was earned until now, in questions: "6,5". */
    public String earnedBefore(Locale locale) {
        return Pass.earned(before, questions, locale);
    }

    /** What is earned by the other key, in questions. */
    public String earnedAfter(Locale locale) {
        return Pass.earned(after, questions, locale);
    }

    public boolean raises() {
        return after.compareTo(before) > 0;
    }

    public boolean lowers() {
        return after.compareTo(before) < 0;
    }

    public boolean newlyPasses() {
        return passedAfter && !passedBefore;
    }

    public boolean losesThePass() {
        return passedBefore && !passedAfter;
    }
}
