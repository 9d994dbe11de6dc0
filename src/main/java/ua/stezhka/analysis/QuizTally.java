package ua.stezhka.analysis;

import java.math.BigInteger;
import java.time.YearMonth;

/**
 * What the attempts at one quiz version add up to, in one month or several.
 *
 * @param shares       what each attempt earned, in ten-thousandths
 * @param questions    questions of all attempts
 * @param totalSquares sum of the squared totals of attempts
 * @param itemSquares  sum of the squared scores of questions
 * @param percents     attempts by what they earned, in whole per cent
 */
record QuizTally(
        YearMonth month,
        Moments shares,
        long questions,
        BigInteger totalSquares,
        BigInteger itemSquares,
        Counts percents) {
    QuizTally plus(QuizTally other) {
        return new QuizTally(
                month.isBefore(other.month) ? other.month : month,
                shares.plus(other.shares),
                questions + other.questions,
                totalSquares.add(other.totalSquares),
                itemSquares.add(other.itemSquares),
                percents.plus(other.percents));
    }

    long attempts() {
        return shares.n();
    }
}
