package ua.stezhka.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the database, which one thread at a time may see at another time; only a {@link Demonstration} has it. */
final class MovableClock extends Clock {
    private static final ThreadLocal<@Nullable Instant> MOVED = new ThreadLocal<>();

    private final Clock present;

    MovableClock(Clock present) {
        this.present = present;
    }

    /** What this thread does meanwhile happens at that time; for all others it stays now. */
    void at(Instant time, Runnable act) {
        Instant before = MOVED.get();
        MOVED.set(time);
        try {
            act.run();
        } finally {
            MOVED.set(before);
        }
    }

    @Override
    public Instant instant() {
        Instant time = MOVED.get();
        return time == null ? present.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = () -> instant();
        return time.withZone(zone);
    }
}
