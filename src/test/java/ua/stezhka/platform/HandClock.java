package ua.stezhka.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that goes on only when a test moves it. */
public final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    /** Goes to the time of the day that it is. */
    public HandClock atNow() {
        now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
