package ua.stezhka.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What any node may change: read again when it is a second old, so that all nodes soon show what one has published. */
public final class Recent<T> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Clock clock;
    private final Supplier<T> read;
    private volatile @Nullable Seen<T> seen;

    public Recent(Clock clock, Supplier<T> read) {
        this.clock = clock;
        this.read = read;
    }

    public T get() {
        Instant now = clock.instant();
        Seen<T> last = seen;
        if (last == null || !last.isFreshAt(now)) {
            last = new Seen<>(read.get(), now);
            seen = last;
        }
        return last.value;
    }

    /** The next look reads again. */
    public void forget() {
        seen = null;
    }

    private record Seen<T>(T value, Instant at) {
        /** A clock that was put back makes nothing fresh. */
        boolean isFreshAt(Instant now) {
            Duration age = Duration.between(at, now);
            return !age.isNegative() && age.compareTo(FRESH) < 0;
        }
    }
}
