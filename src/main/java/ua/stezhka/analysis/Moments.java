package ua.stezhka.analysis;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Sums of the first four powers of whole numbers, and what follows from them. The sums are exact, so the order of counting and
 * taking back does not matter, and a figure is rounded once, at its end. Shape: the estimators G1 and G2 of Fisher’s cumulants.
 * Sources: R. A. Fisher (1929), “Moments and product moments of sampling distributions”; D. N. Joanes, C. A. Gill (1998),
 * “Comparing measures of sample skewness and kurtosis”, The Statistician 47.
 */
record Moments(long n, BigInteger sum, BigInteger squares, BigInteger cubes, BigInteger fourths) {
    static final Moments NONE = new Moments(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** Of numbers whose shape nobody asks for. */
    static Moments of(long n, BigInteger sum, BigInteger squares) {
        return new Moments(n, sum, squares, BigInteger.ZERO, BigInteger.ZERO);
    }

    Moments plus(Moments other) {
        return new Moments(
                n + other.n,
                sum.add(other.sum),
                squares.add(other.squares),
                cubes.add(other.cubes),
                fourths.add(other.fourths));
    }

    OptionalDouble mean() {
        return n < 1 ? OptionalDouble.empty() : OptionalDouble.of(sum.doubleValue() / n);
    }

    /** Of the sample, divided by {@code n - 1}. */
    OptionalDouble variance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(timesN().doubleValue() / ((double) n * (double) (n - 1)));
    }

    OptionalDouble deviation() {
        OptionalDouble variance = variance();
        return variance.isEmpty() ? variance : OptionalDouble.of(Math.sqrt(variance.getAsDouble()));
    }

    /** G1; empty below three numbers, or when all are the same. */
    OptionalDouble skewness() {
        if (n < 3 || timesN().signum() == 0) {
            return OptionalDouble.empty();
        }
        double third = thirdTimesNSquared().doubleValue() / ((double) n * (double) n);
        double s = deviation().orElseThrow();
        return OptionalDouble.of(n / ((n - 1.0) * (n - 2.0)) * third / (s * s * s));
    }

    /** G2, the excess over a normal distribution; empty below four numbers, or when all are the same. */
    OptionalDouble kurtosis() {
        if (n < 4 || timesN().signum() == 0) {
            return OptionalDouble.empty();
        }
        double fourth = fourthTimesNCubed().doubleValue() / ((double) n * (double) n * (double) n);
        double variance = variance().orElseThrow();
        double peak = n * (n + 1.0) / ((n - 1.0) * (n - 2.0) * (n - 3.0)) * fourth / (variance * variance);
        return OptionalDouble.of(peak - 3.0 * (n - 1.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)));
    }

    /** n · Σ(x − mean)², a whole number. */
    private BigInteger timesN() {
        return squares.multiply(BigInteger.valueOf(n)).subtract(sum.pow(2));
    }

    /** n² · Σ(x − mean)³. */
    private BigInteger thirdTimesNSquared() {
        BigInteger count = BigInteger.valueOf(n);
        return count.pow(2)
                .multiply(cubes)
                .subtract(times(3).multiply(count).multiply(sum).multiply(squares))
                .add(times(2).multiply(sum.pow(3)));
    }

    /** n³ · Σ(x − mean)⁴. */
    private BigInteger fourthTimesNCubed() {
        BigInteger count = BigInteger.valueOf(n);
        return count.pow(3)
                .multiply(fourths)
                .subtract(times(4).multiply(count.pow(2)).multiply(sum).multiply(cubes))
                .add(times(6).multiply(count).multiply(sum.pow(2)).multiply(squares))
                .subtract(times(3).multiply(sum.pow(4)));
    }

    private static BigInteger times(long factor) {
        return BigInteger.valueOf(factor);
    }
}
