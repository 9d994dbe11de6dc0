package ua.stezhka.quiz;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a quiz is taken. Limits are for certifying quizzes only.
 *
 * @param blueprint    what an attempt draws; null when it draws evenly over all competences
 * @param attempts     at most so many attempts within {@code attemptsDays}; 0 for no limit
 * @param attemptsDays the time in which attempts are counted
 * @param waitHours    how long the next attempt has to wait after the end of one; 0 for not at all
 * @param limitMinutes how long an attempt may take; 0 for no limit
 */
public record Terms(
        Behaviour behaviour,
        @Nullable Blueprint blueprint,
        int attempts,
        int attemptsDays,
        int waitHours,
        int limitMinutes) {
    public static final Terms PRACTICE = new Terms(Behaviour.PRACTICE, null, 0, 0, 0, 0);
    public static final Terms GRADED = new Terms(Behaviour.GRADED, null, 0, 0, 0, 0);

    /** The usual terms of a final quiz or of the check questions of a lesson. */
    public static Terms usual(boolean isFinal) {
        return isFinal ? GRADED : PRACTICE;
    }

    boolean limitAttempts() {
        return attempts > 0 || waitHours > 0;
    }

    boolean limitTime() {
        return limitMinutes > 0;
    }

    Duration waiting() {
        return Duration.ofHours(waitHours);
    }

    Duration counting() {
        return Duration.ofDays(attemptsDays);
    }
}
