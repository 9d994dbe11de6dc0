package ua.stezhka.analysis;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.quiz.AttemptGraded;

/** Hears what is to be counted, in the same transaction, and counts it soon after, on any node. */
@Singleton
class CountingJob {
    private static final Logger LOG = Logger.getLogger(CountingJob.class);

    private final Counting counting;

    CountingJob(Counting counting) {
        this.counting = counting;
    }

    void graded(@Observes AttemptGraded attempt) {
        counting.note(attempt.attemptId());
    }

    void adopted(@Observes GuestAdopted guest) {
        counting.noteAllOf(guest.guestId(), guest.personId());
    }

    void merged(@Observes PersonMerged merged) {
        counting.noteAllOf(merged.mergedId(), merged.personId());
    }

    @Scheduled(every = "{stezhka.analysis.pause}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            countAll();
        } catch (JdbiException failure) {
            LOG.error("attempts wait to be counted until the next round", failure);
        }
    }

    /** Counts until nothing waits. */
    void countAll() {
        int counted = counting.countSome();
        while (counted > 0) {
            counted = counting.countSome();
        }
    }
}
