package ua.stezhka.quiz;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.MalformedAnswer;

/** Looks every few seconds, on every node, for attempts whose time is over. */
@Singleton
class ClosingJob {
    private static final Logger LOG = Logger.getLogger(ClosingJob.class);
    private static final int BATCH = 50;

    private final AttemptClosing closing;
    private final Clock clock;

    ClosingJob(AttemptClosing closing, Clock clock) {
        this.closing = closing;
        this.clock = clock;
    }

    @Scheduled(every = "{stezhka.quiz.closing-pause}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        closeAll();
    }

    /** @return how many attempts this node has closed */
    int closeAll() {
        int closed = 0;
        Optional<AttemptClosing.Place> next = Optional.of(AttemptClosing.Place.FIRST);
        while (next.isPresent()) {
            AttemptClosing.Batch batch = batch(next.get());
            closed += batch.closed();
            next = batch.last();
        }
        return closed;
    }

    /** A batch that fails is done again one by one: the attempt at fault is told and left, the others are closed. */
    private AttemptClosing.Batch batch(AttemptClosing.Place after) {
        try {
            return closing.close(after, BATCH, clock.instant());
        } catch (JdbiException | Problem | MalformedAnswer | IllegalStateException | IllegalArgumentException failure) {
            LOG.warnf("closing %d attempts at once failed, one by one now: %s", BATCH, failure.getMessage());
            return oneByOne(after);
        }
    }

    private AttemptClosing.Batch oneByOne(AttemptClosing.Place after) {
        int closed = 0;
        Optional<AttemptClosing.Place> place = Optional.of(after);
        for (int i = 0; i < BATCH && place.isPresent(); i++) {
            Optional<AttemptClosing.Place> next = closing.next(place.get(), clock.instant());
            if (next.isPresent()) {
                closed += closeOne(place.get());
            }
            place = next;
        }
        return new AttemptClosing.Batch(closed, place);
    }

    private int closeOne(AttemptClosing.Place after) {
        try {
            return closing.close(after, 1, clock.instant()).closed();
        } catch (JdbiException | Problem | MalformedAnswer | IllegalStateException | IllegalArgumentException failure) {
            LOG.errorf(failure, "an attempt after %s could not be closed", after.id());
            return 0;
        }
    }
}
