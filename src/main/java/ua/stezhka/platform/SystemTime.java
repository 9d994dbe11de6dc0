package ua.stezhka.platform;

import java.time.Clock;

/** The time for small programs that run beside the product and have none of its beans. */
public final class SystemTime {
    private SystemTime() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }
}
