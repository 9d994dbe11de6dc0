package ua.stezhka.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The system's clock, which one thread at a time may see at another time; only a {@link Demonstration} has it. */
final class MovableClock extends Clock {
    private final Clock system;
    private final ThreadLocal<@Nullable Instant> moved = new ThreadLocal<>();

    MovableClock(Clock system) {
        this.system = system;
    }

    /** What this thread does meanwhile happens at that time; for all others it stays now. */
    void at(Instant time, Runnable act) {
        Instant before = moved.get();
        moved.set(time);
        try {
            act.run();
        } finally {
            moved.set(before);
        }
    }

    @Override
    public Instant instant() {
        Instant time = moved.get();
        return time == null ? system.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone of pages is a setting");
    }
}
