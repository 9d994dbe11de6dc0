package ua.stezhka.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Whether this Stezhka is a demonstration, and the only way to do something in the past: without that setting both are impossible. */
@Singleton
public class Demonstration {
    private final Clock clock;

    Demonstration(Clock clock) {
        this.clock = clock;
    }

    public boolean on() {
        return clock instanceof MovableClock;
    }

    /** Does something as if it were that time. @throws IllegalStateException where this is no demonstration */
    public void at(Instant time, Runnable act) {
        if (!(clock instanceof MovableClock movable)) {
            throw new IllegalStateException("only a demonstration may change what happened");
        }
        movable.at(time, act);
    }
}
