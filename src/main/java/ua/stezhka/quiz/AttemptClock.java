package ua.stezhka.quiz;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to count down.
 *
 * @param deadline   null when there is no limit
 * @param endsAt     the deadline as people write it, empty when there is none
 * @param serverTime the clock that counts
 */
public record AttemptClock(boolean open, @Nullable Instant deadline, String endsAt, Instant serverTime) {}
