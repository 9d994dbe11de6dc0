package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ua.stezhka.platform.Problem;

/**
 * Stops who tries numbers that do not exist. Numbers have 130 random bits, so this only spares the server; therefore each node
 * counts for itself and nothing is stored.
 */
@Singleton
class MissLimit {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ALLOWED = 30;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Misses> misses = new ConcurrentHashMap<>();
    private final Clock clock;

    MissLimit(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem.TooMany after many unknown numbers from this address */
    void check(String address) {
        Instant now = clock.instant();
        Misses known = misses.get(address);
        if (known != null && known.count() >= ALLOWED && now.isBefore(known.until())) {
            throw Problem.tooMany(Duration.between(now, known.until()));
        }
    }

    /** Notes an unknown number. */
    void missed(String address) {
        Instant now = clock.instant();
        if (misses.size() > REMEMBERED) {
            misses.values().removeIf(old -> now.isAfter(old.until()));
        }
        misses.merge(
                address,
                new Misses(1, now.plus(WINDOW)),
                (old, fresh) -> now.isAfter(old.until()) ? fresh : new Misses(old.count() + 1, old.until()));
    }

    private record Misses(int count, Instant until) {}
}
