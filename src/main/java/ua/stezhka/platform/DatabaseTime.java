package ua.stezhka.platform;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Has the clock ask the database again, every few seconds. */
@Singleton
class DatabaseTime {
    private final DatabaseClock clock;

    DatabaseTime(DatabaseClock clock) {
        this.clock = clock;
    }

    @Scheduled(every = "5s", delay = 5, delayUnit = TimeUnit.SECONDS, concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        clock.ask();
    }
}
