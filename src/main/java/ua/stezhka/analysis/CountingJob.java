package ua.stezhka.analysis;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.quiz.AttemptGraded;
import ua.stezhka.quiz.AttemptMarkedAgain;
import ua.stezhka.quiz.AttemptRegraded;

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

    void markedAgain(@Observes AttemptMarkedAgain attempt) {
        counting.note(attempt.now().attemptId());
    }

    /** A corrected key gives an answer another score. */
    void regraded(@Observes AttemptRegraded attempt) {
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
        countAll();
    }

    /**
     * Counts until nothing waits. One attempt that cannot be counted must not hold up all others: then they are counted one by one, and those
     * that fail wait at the end for the next round.
     */
    void countAll() {
        Set<Optional<UUID>> later = new HashSet<>();
        boolean oneByOne = false;
        boolean goOn = true;
        while (goOn) {
            try {
                goOn = (oneByOne ? counting.countSome(1) : counting.countSome()) > 0;
            } catch (JdbiException failure) {
                if (oneByOne) {
                    Optional<UUID> attempt = counting.postpone();
                    goOn = later.add(attempt);
                    LOG.errorf(failure, "attempt %s could not be counted", attempt);
                }
                oneByOne = true;
            }
        }
    }
}
