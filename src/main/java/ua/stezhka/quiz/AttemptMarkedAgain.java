package ua.stezhka.quiz;

import ua.stezhka.question.Score;

/**
 * A mark of a graded attempt was changed, and with it the score. Observed in the same transaction.
 *
 * @param now       how the attempt stands now
 * @param before    the score until now
 * @param passedYet whether it had passed
 */
public record AttemptMarkedAgain(AttemptGraded now, Score before, boolean passedYet) {}
