package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Formulas against published figures, and against {@link Naive} where nobody has published any. */
class FormulasTest {
    private static final Offset<Double> PRINTED = within(0.0006);
    private static final Offset<Double> SAME = within(1e-9);

    /** P. E. Shrout, J. L. Fleiss (1979), table 2: six targets, four judges. */
    private static final double[][] SHROUT_FLEISS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    private static double alpha(double[][] scores) {
        double items = 0;
        for (int item = 0; item < scores[0].length; item++) {
            items += tally(scores, item).scores().variance().orElseThrow();
        }
        Moments totals = Naive.moments(Naive.ten(Naive.totals(scores)));
        return Reliability.alpha(scores[0].length, items, totals.variance().orElseThrow())
                .orElseThrow();
    }

    private static Tally tally(double[][] scores, int item) {
        return Naive.tally(Naive.column(scores, item), Naive.rests(scores, item));
    }

    private static double discrimination(double[][] scores, int item) {
        return tally(scores, item).pairs().correlation().orElseThrow();
    }

    /** Printed by the R package mirt, itemstats(LSAT7): means, total.r_if_rm and alpha. */
    @Test
    void section_7_has_the_published_facilities_discriminations_and_alpha() {
        double[][] scores = Lsat.section7();
        double[] facilities = {0.828, 0.658, 0.772, 0.606, 0.843};
        double[] deviations = {0.378, 0.475, 0.420, 0.489, 0.364};
        double[] corrected = {0.246, 0.247, 0.313, 0.223, 0.175};
        for (int item = 0; item < 5; item++) {
            Tally tally = tally(scores, item);
            assertThat(tally.facility()).isCloseTo(facilities[item], SAME);
            assertThat(Math.sqrt(tally.variance())).isCloseTo(deviations[item], PRINTED);
            assertThat(discrimination(scores, item)).isCloseTo(corrected[item], PRINTED);
        }
        assertThat(alpha(scores)).isCloseTo(0.453, PRINTED);
        Moments totals = Naive.moments(Naive.ten(Naive.totals(scores)));
        assertThat(totals.mean().orElseThrow() / Tally.UNIT).isCloseTo(3.707, SAME);
        assertThat(totals.deviation().orElseThrow() / Tally.UNIT).isCloseTo(1.199, PRINTED);
        double error =
                totals.deviation().orElseThrow() / Tally.UNIT * new Reliability(false, alpha(scores)).errorRatio();
        assertThat(error).isCloseTo(0.886, PRINTED);
    }

    /** Printed by the R package ltm, cronbach.alpha(LSAT). */
    @Test
    void section_6_has_the_published_alpha() {
        assertThat(alpha(Lsat.section6())).isCloseTo(0.295, PRINTED);
    }

    /** Shrout and Fleiss (1979), table 4: ICC(1,4) = .44; ICC(3,4) = .91, which is alpha. */
    @Test
    void nested_questions_have_the_reliability_of_the_one_way_analysis_of_variance() {
        double[][] scores = SHROUT_FLEISS;
        List<Long> totals = new ArrayList<>();
        List<Long> squares = new ArrayList<>();
        long total = 0;
        for (double[] row : scores) {
            long sum = 0;
            for (double each : row) {
                sum += (long) each;
                squares.add((long) (each * each));
            }
            total += sum;
            totals.add(sum * sum);
        }
        assertThat(Reliability.nested(4, 6, BigInteger.valueOf(total), Naive.sum(totals), Naive.sum(squares))
                        .orElseThrow())
                .isCloseTo(0.44, within(0.005));
        assertThat(alpha(scores)).isCloseTo(0.91, within(0.005));
    }

    /** Microsoft’s documentation of SKEW and KURT. */
    @Test
    void the_shape_is_that_of_the_published_example() {
        Moments moments = Naive.moments(List.of(3L, 4L, 5L, 2L, 3L, 4L, 5L, 6L, 4L, 7L));
        assertThat(moments.skewness().orElseThrow()).isCloseTo(0.359543, within(1e-6));
        assertThat(moments.kurtosis().orElseThrow()).isCloseTo(-0.1518, within(1e-4));
        assertThat(moments.mean()).hasValue(4.3);
        assertThat(moments.variance().orElseThrow()).isCloseTo(2.2333333333, within(1e-9));
    }

    @Test
    void figures_are_those_of_the_naive_definitions() {
        double[][] scores = Lsat.section6();
        double[] totals = Naive.totals(scores);
        Moments moments = Naive.moments(Naive.ten(totals));
        assertThat(alpha(scores)).isCloseTo(Naive.alpha(scores), SAME);
        assertThat(moments.skewness().orElseThrow()).isCloseTo(Naive.skewness(totals), within(1e-7));
        assertThat(moments.kurtosis().orElseThrow()).isCloseTo(Naive.kurtosis(totals), within(1e-7));
        for (int item = 0; item < 5; item++) {
            assertThat(discrimination(scores, item))
                    .isCloseTo(Naive.correlation(Naive.column(scores, item), Naive.rests(scores, item)), SAME);
        }
    }

    @Test
    void too_little_says_nothing() {
        Moments none = Moments.NONE;
        Moments same = Naive.moments(List.of(5L, 5L, 5L, 5L));
        Moments two = Naive.moments(List.of(1L, 2L));
        Moments three = Naive.moments(List.of(1L, 2L, 4L));
        assertThat(none.mean()).isEmpty();
        assertThat(Naive.moments(List.of(7L)).mean()).hasValue(7);
        assertThat(Naive.moments(List.of(7L)).variance()).isEmpty();
        assertThat(Naive.moments(List.of(7L)).deviation()).isEmpty();
        assertThat(two.variance()).hasValue(0.5);
        assertThat(two.skewness()).isEmpty();
        assertThat(three.skewness()).isPresent();
        assertThat(three.kurtosis()).isEmpty();
        assertThat(Naive.moments(List.of(1L, 2L, 4L, 9L)).kurtosis()).isPresent();
        assertThat(same.skewness()).isEmpty();
        assertThat(same.kurtosis()).isEmpty();
        assertThat(Pairs.NONE.correlation()).isEmpty();
        assertThat(Pairs.NONE.covariance()).isEmpty();
        assertThat(Naive.tally(new double[] {1, 1}, new double[] {0, 1}).pairs().correlation())
                .isEmpty();
        assertThat(Naive.tally(new double[] {0, 1}, new double[] {1, 1}).pairs().correlation())
                .isEmpty();
        assertThat(Naive.tally(new double[] {0, 1}, new double[] {0, 1}).pairs().correlation())
                .hasValue(1);
        assertThat(Naive.tally(new double[] {0, 1}, new double[] {1, 0})
                        .pairs()
                        .covariance()
                        .orElseThrow())
                .isCloseTo(-0.5 * Tally.UNIT * Tally.UNIT, within(1e-3));
        assertThat(Naive.tally(new double[] {1}, new double[] {1}).pairs().covariance())
                .isEmpty();
        assertThat(Naive.tally(new double[] {1}, new double[] {1}).pairs().correlation())
                .isEmpty();
        assertThat(Reliability.alpha(1, 1, 1)).isEmpty();
        assertThat(Reliability.alpha(2, 1, 0)).isEmpty();
        assertThat(Reliability.alpha(2, 1, 2)).hasValue(1);
        BigInteger one = BigInteger.ONE;
        assertThat(Reliability.nested(1, 5, one, one, one)).isEmpty();
        assertThat(Reliability.nested(2, 1, one, one, one)).isEmpty();
        // Two attempts of two questions with the same totals: nothing differs between people.
        assertThat(Reliability.nested(2, 2, BigInteger.TWO, BigInteger.TWO, BigInteger.TWO))
                .isEmpty();
        assertThat(Reliability.nested(2, 2, BigInteger.TWO, BigInteger.valueOf(4), BigInteger.TWO))
                .hasValue(1);
        assertThat(new Reliability(true, -0.3).errorRatio()).isEqualTo(1);
        assertThat(new Reliability(true, 1).errorRatio()).isZero();
        assertThat(new Reliability(false, 0.75).errorRatio()).isEqualTo(0.5);
    }

    @Test
    void the_largest_covariance_pairs_the_highest_with_the_highest() {
        double[][] scores = Lsat.section7();
        for (int item = 0; item < 5; item++) {
            double[] x = Naive.column(scores, item);
            double[] y = Naive.rests(scores, item);
            double[] sortedX = x.clone();
            double[] sortedY = y.clone();
            java.util.Arrays.sort(sortedX);
            java.util.Arrays.sort(sortedY);
            double largest = Naive.covariance(sortedX, sortedY);
            assertThat(Counts.largestCovariance(Naive.percents(x), Naive.percents(y))
                            .orElseThrow())
                    .isCloseTo(10_000 * largest, within(1e-6));
            ItemFigures.Spread spread = new ItemFigures.Spread(Naive.percents(x), Naive.percents(y));
            assertThat(ItemFigures.efficiency(tally(scores, item).pairs(), spread)
                            .orElseThrow())
                    .isCloseTo(Naive.covariance(x, y) / largest, within(1e-6));
        }
        assertThat(Counts.largestCovariance(Counts.of(1L), Counts.of(1L))).isEmpty();
        assertThat(Counts.largestCovariance(Counts.of(1L, 1L), Counts.of(3L))).isEmpty();
        assertThat(Counts.largestCovariance(Counts.of(1L, 1L), Counts.of(1L, 1L)))
                .hasValue(0.5);
        assertThat(ItemFigures.efficiency(
                        Naive.tally(new double[] {0, 1}, new double[] {1, 1}).pairs(),
                        new ItemFigures.Spread(Counts.of(1L, 1L), Counts.of(0L, 2L))))
                .isEmpty();
        assertThat(ItemFigures.efficiency(
                        Naive.tally(new double[] {0, 1}, new double[] {0, 1}).pairs(),
                        new ItemFigures.Spread(
                                Naive.percents(new double[] {0, 0.99}), Naive.percents(new double[] {0, 0.99}))))
                .as("rounded to whole per cent, held at one")
                .hasValue(1);
    }

    @Test
    void weights_are_shares_of_the_roots_of_covariances_with_the_total() {
        double[][] scores = Lsat.section7();
        Map<UUID, Tally> tallies = new LinkedHashMap<>();
        double[] roots = new double[5];
        double sum = 0;
        for (int item = 0; item < 5; item++) {
            tallies.put(new UUID(0, item), tally(scores, item));
            roots[item] = Math.sqrt(Naive.covariance(Naive.column(scores, item), Naive.totals(scores)));
            sum += roots[item];
        }
        Map<UUID, OptionalDouble> weights = ItemFigures.weights(tallies, 5);
        for (int item = 0; item < 5; item++) {
            assertThat(weights.get(new UUID(0, item)).orElseThrow()).isCloseTo(roots[item] / sum, within(1e-9));
        }
        Tally against = Naive.tally(new double[] {0, 1, 0, 1}, new double[] {1, 0, 1, 0});
        assertThat(ItemFigures.weights(Map.of(new UUID(0, 0), against), 5).get(new UUID(0, 0)))
                .isEmpty();
    }

    @Test
    void the_median_stands_in_the_middle_or_half_way() {
        assertThat(Counts.NONE.median()).isEmpty();
        assertThat(Counts.of(0L, 1L, 1L, 1L).median()).hasValue(2);
        assertThat(Counts.of(1L, 0L, 0L, 1L).median()).hasValue(1.5);
        assertThat(Counts.of(2L, 0L, 1L).median()).hasValue(0);
        assertThat(Counts.of(1L, 2L, 3L).between(1, 2)).isEqualTo(5);
        assertThat(Counts.of(1L, 2L).plus(Counts.of(1L, 2L, 3L))).isEqualTo(Counts.of(2L, 4L, 3L));
        assertThat(Counts.of(4L).get(1)).isZero();
    }

    @Test
    void times_are_found_again_to_within_their_place() {
        assertThat(Durations.bounds())
                .hasSize(Durations.PLACES - 1)
                .isSorted()
                .startsWith(1000L, 1414L, 2000L)
                .endsWith(1_448_155L);
        Long[] at = new Long[Durations.PLACES];
        java.util.Arrays.fill(at, 0L);
        assertThat(Durations.median(Counts.of(at))).isEmpty();
        at[1] = 2L;
        assertThat(Durations.median(Counts.of(at)).orElseThrow()).isCloseTo(Math.pow(2, 0.25), within(1e-9));
        at[1] = 1L;
        at[22] = 2L;
        assertThat(Durations.median(Counts.of(at)).orElseThrow()).isBetween(1448.0, 2048.0);
        at[0] = 10L;
        assertThat(Durations.median(Counts.of(at)).orElseThrow()).isBetween(0.70, 1.0);
    }

    @Test
    void a_trend_is_a_weighted_line_and_its_slope_in_standard_errors() {
        List<Trend.Point> points = List.of(
                new Trend.Point(10, 100, 0.5, 0.25),
                new Trend.Point(11, 300, 0.6, 0.25),
                new Trend.Point(13, 200, 0.7, 0.25));
        // By hand: middle 11.5, mean 0.6166…, Σn(t−t̄)² = 750, Σn(t−t̄)(y−ȳ) = 45.
        Trend trend = Trend.through(points);
        assertThat(trend.change()).isCloseTo(3 * 45.0 / 750, within(1e-12));
        assertThat(trend.z()).isCloseTo(45.0 / 750 / Math.sqrt(0.25 / 750), within(1e-9));
        assertThat(Trend.through(points.subList(0, 2))).isEqualTo(Trend.NONE);
        assertThat(Trend.through(List.of())).isEqualTo(Trend.NONE);
        assertThat(Trend.through(List.of(points.get(0), points.get(0), points.get(0))))
                .isEqualTo(Trend.NONE);
        Trend.Point still = new Trend.Point(12, 50, 1, 0);
        assertThat(Trend.through(List.of(new Trend.Point(10, 50, 1, 0), new Trend.Point(11, 50, 1, 0), still)))
                .isEqualTo(Trend.NONE);
    }
}
