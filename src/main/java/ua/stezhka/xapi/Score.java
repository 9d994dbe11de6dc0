package ua.stezhka.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How well it went.
 *
 * @param scaled −1…1
 * @param raw    between min and max where they are told
 */
public record Score(
        @Nullable BigDecimal scaled,
        @Nullable BigDecimal raw,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    private static final int SCALED_DIGITS = 4;

    public Score {
        scaled = Rules.number("score.scaled", scaled);
        raw = Rules.number("score.raw", raw);
        min = Rules.number("score.min", min);
        max = Rules.number("score.max", max);
        if (scaled != null && scaled.abs().compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidStatement("score.scaled", "is not within -1 and 1: " + scaled);
        }
        if (min != null && max != null && min.compareTo(max) >= 0) {
            throw new InvalidStatement("score.max", "is not above the minimum: " + max);
        }
        if (raw != null && (min != null && raw.compareTo(min) < 0 || max != null && raw.compareTo(max) > 0)) {
            throw new InvalidStatement("score.raw", "is not within the minimum and the maximum: " + raw);
        }
    }

    /** {@code raw} points on the scale from 0 to {@code max}; the scaled score comes from them, rounded to four digits. */
    public static Score of(BigDecimal raw, BigDecimal max) {
        BigDecimal scaled = raw.divide(max, SCALED_DIGITS, RoundingMode.HALF_EVEN);
        return new Score(scaled, raw, BigDecimal.ZERO, max);
    }

    public static Score of(long raw, long max) {
        return of(BigDecimal.valueOf(raw), BigDecimal.valueOf(max));
    }
}
