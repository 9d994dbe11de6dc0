package ua.stezhka.quiz;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ends: by its person, or by the clock. The grace is a constant and no setting, so that it is the same on all
 * nodes.
 *
 * @param kind    the line in the log: submit or close
 * @param endedAt never after the deadline
 */
record AttemptEnd(String kind, Instant endedAt) {
    /** What was sent in time but came late through a slow net still counts for so long. */
    static final Duration GRACE = Duration.ofSeconds(60);

    static AttemptEnd of(@Nullable Instant deadline, Instant now) {
        if (deadline == null || now.isBefore(deadline)) {
            return new AttemptEnd("submit", now);
        }
        return new AttemptEnd(over(deadline, now) ? "close" : "submit", deadline);
    }

    /** Whether nothing is taken any more. */
    static boolean over(@Nullable Instant deadline, Instant now) {
        return deadline != null && !now.isBefore(deadline.plus(GRACE));
    }

    /** Deadlines before this moment are over. */
    static Instant overBefore(Instant now) {
        return now.minus(GRACE);
    }
}
