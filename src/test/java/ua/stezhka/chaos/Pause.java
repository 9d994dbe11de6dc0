package ua.stezhka.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting of people and proxies. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        millis(time.toMillis());
    }

    static void seconds(double seconds) {
        millis((long) (1000 * seconds));
    }

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
