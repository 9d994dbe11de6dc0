package ua.stezhka.chaos;

import java.time.Duration;

/** Until when people answer, and how long the last answers may take after that. */
final class Hours {
    private static final Duration DRAIN = Duration.ofSeconds(45);

    private final double patience;
    private volatile boolean over;
    private volatile long end;

    Hours(double patience) {
        this.patience = patience;
    }

    /** Whether people still begin something. */
    boolean open() {
        return !over;
    }

    /** Whether even the last answers are given up. */
    boolean closed() {
        return over && System.nanoTime() - end > DRAIN.toNanos() * patience;
    }

    void end() {
        end = System.nanoTime();
        over = true;
    }
}
