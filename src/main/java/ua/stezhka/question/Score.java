package ua.stezhka.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How much of what was possible is earned: an exact fraction between 0 and 1 in lowest terms, so that nobody misses the
 * pass mark by rounding.
 *
 * @param earned   numerator, from 0 to {@code possible}
 * @param possible denominator, at least 1
 */
public record Score(long earned, long possible) implements Comparable<Score> {
    public static final Score NOTHING = new Score(0, 1);
    public static final Score EVERYTHING = new Score(1, 1);

    public Score {
        if (possible < 1 || earned < 0 || earned > possible) {
            throw new IllegalArgumentException("no such score: " + earned + " of " + possible);
        }
        long divisor = greatestCommonDivisor(earned, possible);
        earned /= divisor;
        possible /= divisor;
    }

    /** The mean of the scores, each of the same weight; nothing for none. */
    public static Score mean(Collection<Score> scores) {
        long earned = 0;
        long possible = 1;
        for (Score score : scores) {
            long common =
                    Math.multiplyExact(possible, score.possible / greatestCommonDivisor(possible, score.possible));
            earned = Math.addExact(
                    Math.multiplyExact(earned, common / possible),
                    Math.multiplyExact(score.earned, common / score.possible));
            possible = common;
        }
        return scores.isEmpty() ? NOTHING : new Score(earned, Math.multiplyExact(possible, scores.size()));
    }

    public boolean isFull() {
        return earned == possible;
    }

    public boolean isNothing() {
        return earned == 0;
    }

    /** Whether at least this many per cent are earned; exact. */
    public boolean reaches(int percent) {
        return Math.multiplyExact(earned, 100) >= Math.multiplyExact(possible, (long) percent);
    }

    /** Per cent, rounded down: "70 %" is never said to somebody who has a little less. */
    public int percent() {
        return Math.toIntExact(Math.multiplyExact(earned, 100) / possible);
    }

    /** As a decimal from 0 to 1 with four digits, rounded down. */
    public BigDecimal scaled() {
        return BigDecimal.valueOf(earned).divide(BigDecimal.valueOf(possible), 4, RoundingMode.DOWN);
    }

    @Override
    public int compareTo(Score other) {
        return BigDecimal.valueOf(earned)
                .multiply(BigDecimal.valueOf(other.possible))
                .compareTo(BigDecimal.valueOf(other.earned).multiply(BigDecimal.valueOf(possible)));
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
