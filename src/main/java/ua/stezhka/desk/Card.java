package ua.stezhka.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * The access card that a person holds now.
 *
 * @param failures wrong PINs since the last right one
 */
public record Card(UUID id, UUID personId, CardCode code, Instant madeAt, Instant expiresAt, int failures) {
    /** After so many wrong PINs in a row only a new PIN opens the card. Source: ASVS 5.0, 6.3.1. */
    public static final int MOST_FAILURES = 10;

    boolean needsNewPin() {
        return failures >= MOST_FAILURES;
    }
}
