package ua.stezhka.analysis;

import java.time.YearMonth;

/**
 * What the answers to one question add up to, in one month or several; shares in ten-thousandths.
 *
 * @param month   the month, or the last one of several
 * @param pairs   score here and score of the rest
 * @param unknown «Не знаю»
 * @param cleared answers that were taken back
 * @param blank   questions that were never answered
 * @param times   seconds by place, see {@link Durations}
 */
record Tally(YearMonth month, Moments scores, Pairs pairs, long unknown, long cleared, long blank, Counts times) {
    static final double UNIT = 10_000;

    Tally plus(Tally other) {
        return new Tally(
                month.isBefore(other.month) ? other.month : month,
                scores.plus(other.scores),
                pairs.plus(other.pairs),
                unknown + other.unknown,
                cleared + other.cleared,
                blank + other.blank,
                times.plus(other.times));
    }

    long answers() {
        return scores.n();
    }

    /** The share earned, from 0 to 1. */
    double facility() {
        return scores.mean().orElse(0) / UNIT;
    }

    /** In shares, squared. */
    double variance() {
        return scores.variance().orElse(0) / (UNIT * UNIT);
    }
}
