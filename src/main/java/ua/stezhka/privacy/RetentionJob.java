package ua.stezhka.privacy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.platform.Problem;

/** Runs the rules of retention each hour, on every node: the database lets one of them work. */
@Singleton
class RetentionJob {
    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final Retention retention;
    private final Erasures erasures;
    private final Clock clock;

    RetentionJob(Retention retention, Erasures erasures, Clock clock) {
        this.retention = retention;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** A rule that fails leaves the others to do their work, and is tried again an hour later. */
    @Scheduled(
            every = "{stezhka.privacy.retention-pause}",
            delayed = "5m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        for (RetentionRule rule : RetentionRule.values()) {
            try {
                retention.run(rule, clock.instant());
            } catch (JdbiException | Problem failure) {
                LOG.errorf(failure, "the retention rule %s did not end", rule.key());
            }
        }
        erasures.replay();
    }
}
