package ua.stezhka.analysis;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * How far a quiz would give the same people the same scores again: the share of differences between people that is no chance.
 *
 * <p>Where everybody answers the same questions, this is Cronbach’s alpha: k / (k − 1) · (1 − Σ variance of a question / variance
 * of the total). Where each attempt draws its own questions, there are no covariances of the same two questions over the same
 * people, and whoever draws harder ones gets less: that difference is an error, too. Then questions are nested within people, and
 * the coefficient is that of the one-way analysis of variance: (between − within) / between, mean squares of people and of questions within
 * people. Over the same answers it is below alpha as soon as questions differ in difficulty by more than chance, because alpha does not
 * count that as error.
 *
 * <p>Sources: L. J. Cronbach (1951), “Coefficient alpha and the internal structure of tests”, Psychometrika 16; C. Hoyt (1941),
 * Psychometrika 6; P. E. Shrout, J. L. Fleiss (1979), “Intraclass correlations”, Psychological Bulletin 86, ICC(1,k);
 * R. L. Brennan (2001), Generalizability Theory, design i:p. Error of measurement: Lord and Novick (1968), 3.
 *
 * @param drawn whether each attempt draws its own questions
 */
record Reliability(boolean drawn, double value) {
    /** Alpha of {@code k} questions that all answer. */
    static OptionalDouble alpha(int k, double variancesOfQuestions, double varianceOfTotal) {
        return k < 2 || varianceOfTotal <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(k / (k - 1.0) * (1 - variancesOfQuestions / varianceOfTotal));
    }

    /**
     * Of {@code k} drawn questions.
     *
     * @param n       attempts
     * @param total   sum of all scores
     * @param totals  sum of the squares of the total of each attempt
     * @param squares sum of the squares of each score
     */
    static OptionalDouble nested(int k, long n, BigInteger total, BigInteger totals, BigInteger squares) {
        if (k < 2 || n < 2) {
            return OptionalDouble.empty();
        }
        BigInteger people = totals.multiply(BigInteger.valueOf(n)).subtract(total.pow(2));
        BigInteger within = squares.multiply(BigInteger.valueOf(k)).subtract(totals);
        double between = people.doubleValue() / (k * (double) n * (n - 1.0));
        double error = within.doubleValue() / (k * (double) n * (k - 1.0));
        return between <= 0 ? OptionalDouble.empty() : OptionalDouble.of((between - error) / between);
    }

    /** The share of the deviation that is error of measurement; all of it when nothing is reliable. */
    double errorRatio() {
        return Math.sqrt(1 - Math.clamp(value, 0.0, 1.0));
    }
}
