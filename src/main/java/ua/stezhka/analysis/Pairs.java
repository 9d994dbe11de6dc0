package ua.stezhka.analysis;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Sums of pairs of whole numbers: the score of one question, and the score of the rest of the same attempt. Their correlation is
 * the corrected index of discrimination: the question itself is not in the rest, or else it would agree with itself.
 * Sources: F. M. Lord, M. R. Novick (1968), Statistical Theories of Mental Test Scores, 15.5; L. Crocker, J. Algina (1986),
 * Introduction to Classical and Modern Test Theory, 14; M. J. Allen, W. M. Yen (1979), Introduction to Measurement Theory, 6.
 */
record Pairs(long n, BigInteger x, BigInteger xx, BigInteger y, BigInteger yy, BigInteger xy) {
    static final Pairs NONE =
            new Pairs(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    Pairs plus(Pairs other) {
        return new Pairs(
                n + other.n, x.add(other.x), xx.add(other.xx), y.add(other.y), yy.add(other.yy), xy.add(other.xy));
    }

    OptionalDouble covariance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(product(x, y, xy).doubleValue() / ((double) n * (double) (n - 1)));
    }

    /** Pearson’s; empty when one of the two never differs. */
    OptionalDouble correlation() {
        BigInteger ofX = product(x, x, xx);
        BigInteger ofY = product(y, y, yy);
        return n < 2 || ofX.signum() == 0 || ofY.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        product(x, y, xy).doubleValue() / Math.sqrt(ofX.doubleValue()) / Math.sqrt(ofY.doubleValue()));
    }

    /** n · Σab − Σa · Σb. */
    private BigInteger product(BigInteger a, BigInteger b, BigInteger ab) {
        return ab.multiply(BigInteger.valueOf(n)).subtract(a.multiply(b));
    }
}
