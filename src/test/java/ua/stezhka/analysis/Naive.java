package ua.stezhka.analysis;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same figures by their definitions, from all scores at once and in floating point: slow, plain, and written apart from the sums. */
final class Naive {
    private Naive() {}

    static double mean(double... x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    /** Central moment of the sample, divided by n. */
    static double moment(int power, double... x) {
        double mean = mean(x);
        return Arrays.stream(x)
                .map(each -> Math.pow(each - mean, power))
                .average()
                .orElseThrow();
    }

    static double variance(double... x) {
        return moment(2, x) * x.length / (x.length - 1);
    }

    /** G1 = √(n(n−1)) / (n−2) · g1. */
    static double skewness(double... x) {
        double n = x.length;
        return Math.sqrt(n * (n - 1)) / (n - 2) * moment(3, x) / Math.pow(moment(2, x), 1.5);
    }

    /** G2 = (n−1) / ((n−2)(n−3)) · ((n+1) g2 + 6). */
    static double kurtosis(double... x) {
        double n = x.length;
        double excess = moment(4, x) / Math.pow(moment(2, x), 2) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    static double covariance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mean(x)) * (y[i] - mean(y));
        }
        return sum / (x.length - 1);
    }

    static double correlation(double[] x, double[] y) {
        return covariance(x, y) / Math.sqrt(variance(x) * variance(y));
    }

    /** Of people (rows) and questions (columns). */
    static double alpha(double[][] scores) {
        int k = scores[0].length;
        double items = 0;
        for (int item = 0; item < k; item++) {
            items += variance(column(scores, item));
        }
        return k / (k - 1.0) * (1 - items / variance(totals(scores)));
    }

    static double[] column(double[][] scores, int item) {
        return Arrays.stream(scores).mapToDouble(row -> row[item]).toArray();
    }

    static double[] totals(double[][] scores) {
        return Arrays.stream(scores)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    /** What the others of the same row come to. */
    static double[] rests(double[][] scores, int item) {
        return Arrays.stream(scores)
                .mapToDouble(row -> (Arrays.stream(row).sum() - row[item]) / (row.length - 1))
                .toArray();
    }

    /** The sums of one question, as the database keeps them. */
    static Tally tally(double[] shares, double[] rests) {
        List<Long> x = ten(shares);
        List<Long> y = ten(rests);
        List<Long> xy = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            xy.add(x.get(i) * y.get(i));
        }
        Moments scores = Moments.of(x.size(), moments(x).sum(), moments(x).squares());
        return new Tally(
                YearMonth.of(2026, 11),
                scores,
                new Pairs(
                        x.size(),
                        scores.sum(),
                        scores.squares(),
                        moments(y).sum(),
                        moments(y).squares(),
                        sum(xy)),
                0,
                0,
                0,
                Counts.NONE);
    }

    static Moments moments(List<Long> x) {
        return x.stream()
                .map(BigInteger::valueOf)
                .map(each -> new Moments(1, each, each.pow(2), each.pow(3), each.pow(4)))
                .reduce(Moments.NONE, Moments::plus);
    }

    /** In ten-thousandths. */
    static List<Long> ten(double[] shares) {
        return Arrays.stream(shares).mapToObj(each -> Math.round(each * 10_000)).toList();
    }

    static BigInteger sum(List<Long> x) {
        return x.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    static Counts percents(double[] shares) {
        Long[] at = new Long[101];
        Arrays.fill(at, 0L);
        ten(shares).forEach(each -> at[(int) ((each + 50) / 100)]++);
        return Counts.of(at);
    }
}
