package ua.stezhka.quiz;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer is stored for good: told only after the commit.
 *
 * @param revision   the base of the next save
 * @param serverTime the clock that counts
 * @param deadline   null when there is no limit
 */
public record SaveReceipt(
        int revision,
        Instant savedAt,
        Instant serverTime,
        @Nullable Instant deadline) {}
