package ua.stezhka.platform;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.qute.TemplateException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import ua.stezhka.platform.WaitingLetters.Waiting;

/**
 * Brings the letters of the outbox to the mail server, on every node at once. A letter may arrive twice only if a node dies between the
 * server’s «taken» and its own note of it; both then carry the same Message-ID.
 */
@Singleton
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final WaitingLetters waiting;
    private final LetterPaper paper;
    private final MailServer server;
    private final Event<LetterDue> due;
    private final Clock clock;

    Postman(WaitingLetters waiting, LetterPaper paper, MailServer server, Event<LetterDue> due, Clock clock) {
        this.waiting = waiting;
        this.paper = paper;
        this.server = server;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(every = "{stezhka.platform.mail-pause}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        if (server.isSetUp()) {
            deliver();
        }
    }

    /** Sends what is due; a server that cannot be reached is left alone until the next round. */
    void deliver() {
        waiting.forgetOldKeys();
        boolean goOn = true;
        while (goOn) {
            Optional<Waiting> next = waiting.take();
            goOn = next.isPresent() && deliver(next.get());
        }
    }

    private boolean deliver(Waiting next) {
        if (!clock.instant().isBefore(next.letter().uselessAt())) {
            giveUp(next, "too late");
            return true;
        }
        LetterDue letter = new LetterDue(next.letter());
        due.fire(letter);
        if (!letter.needed()) {
            waiting.givenUp(next.id());
            return true;
        }
        return send(next, letter);
    }

    private boolean send(Waiting next, LetterDue letter) {
        try {
            server.take(paper.write(next.id(), letter));
            waiting.sent(next.id());
            count("sent");
            return true;
        } catch (TemplateException faulty) {
            LOG.errorf(
                    faulty,
                    "letter %s cannot be drawn: %s",
                    next.id(),
                    next.letter().template());
            waiting.givenUp(next.id());
            return true;
        } catch (MessagingException refused) {
            return refused(next, refused);
        }
    }

    private boolean refused(Waiting next, MessagingException refused) {
        if (MailServer.isForEver(refused)) {
            giveUp(next, "refused");
            return true;
        }
        LOG.warnf(
                "letter %s (%s) waits after try %d: %s",
                next.id(),
                next.letter().template(),
                next.tries(),
                refused.getClass().getSimpleName());
        count("waits");
        return false;
    }

    /** Without the words of the server or the address: both are about a person. */
    private void giveUp(Waiting next, String why) {
        waiting.givenUp(next.id());
        LOG.warnf(
                "letter %s (%s) is given up after %d tries: %s",
                next.id(), next.letter().template(), next.tries(), why);
        count("given up");
    }

    private static void count(String outcome) {
        Metrics.counter("stezhka.letters", "outcome", outcome).increment();
    }
}
