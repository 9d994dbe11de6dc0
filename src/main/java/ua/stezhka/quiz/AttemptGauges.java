package ua.stezhka.quiz;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.platform.Recent;

/** Tells operators how many attempts are open, and how many of them should be closed already; every node tells the same. */
@Singleton
class AttemptGauges {
    private static final String COUNT = """
            select count(*) as open, count(*) filter (where deadline <= cast(:over as timestamptz)) as overdue
            from quiz.attempt where submitted_at is null and kind = 'graded'
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Recent<Count> counted;

    AttemptGauges(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.counted = new Recent<>(clock, this::count);
    }

    /**
     * Attempts without an end.
     *
     * @param overdue those whose time and grace are over
     */
    record Count(long open, long overdue) {}

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        gauge(registry, "stezhka.attempts.open", "Attempts that are open", Count::open);
        gauge(registry, "stezhka.attempts.overdue", "Open attempts whose time and grace are over", Count::overdue);
    }

    private void gauge(MeterRegistry registry, String name, String meaning, ToDoubleFunction<Count> part) {
        Gauge.builder(name, this, gauges -> gauges.tell(part))
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    /** Nothing rather than a wrong number while the database cannot be asked. */
    private double tell(ToDoubleFunction<Count> part) {
        try {
            return part.applyAsDouble(counted.get());
        } catch (JdbiException unknown) {
            return Double.NaN;
        }
    }

    Count count() {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("over", AttemptEnd.overBefore(clock.instant()))
                .map((row, context) -> new Count(row.getLong("open"), row.getLong("overdue")))
                .one());
    }
}
