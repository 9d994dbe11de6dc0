package ua.stezhka.analysis;

/**
 * One option of a question.
 *
 * @param chosen by how many
 * @param pairs  how many of them have answered other questions, too
 * @param rests  sum of what they earned there, in ten-thousandths
 */
record OptionTally(String option, long chosen, long pairs, long rests) {
    /** What its choosers earn elsewhere, from 0 to 1; not a number where nobody knows. */
    double meanRest() {
        return pairs == 0 ? Double.NaN : rests / (pairs * Tally.UNIT);
    }
}
