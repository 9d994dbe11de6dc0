package ua.stezhka.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When a living session ends by itself.
 *
 * @param expiresAt whatever is done
 * @param lapsesAt  when it is not used any more
 * @param idle      how long it may be idle
 */
record SessionTimes(UUID sessionId, Instant expiresAt, Instant lapsesAt, Duration idle) {
    Instant end() {
        return lapsesAt.isBefore(expiresAt) ? lapsesAt : expiresAt;
    }
}
