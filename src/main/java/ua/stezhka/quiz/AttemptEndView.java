package ua.stezhka.quiz;

import java.time.Instant;
import java.util.UUID;

/**
 * When an attempt ends, for the fragment {@code quiz/_timer}: a time of day, and what the script counts down from.
 *
 * @param deadline   when the time is over
 * @param serverTime the clock that counts, when the page was drawn
 * @param at         the deadline as people write it: a time of day, with the date when it is another day
 * @param over       the time is over already
 */
public record AttemptEndView(UUID attempt, Instant deadline, Instant serverTime, String at, boolean over) {
    /** What the script puts the time that is left in the place of. */
    public String timeMark() {
        return "{time}";
    }
}
