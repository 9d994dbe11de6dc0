package ua.stezhka.desk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.SessionDoubts;

/** Keeps the lifelines of this node awake and in view, and writes down what has become of doubts. */
@Singleton
class LifelineJob {
    private final HeldLifelines held;
    private final Lifelines lifelines;
    private final SessionDoubts doubts;
    private final Sse sse;

    LifelineJob(HeldLifelines held, Lifelines lifelines, SessionDoubts doubts, Sse sse) {
        this.held = held;
        this.lifelines = lifelines;
        this.doubts = doubts;
        this.sse = sse;
    }

    @Scheduled(every = "{stezhka.desk.lifeline-beat}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        held.say(sse.newEventBuilder().comment("").build());
        Set<UUID> asked = held.connections();
        Set<UUID> living = new java.util.HashSet<>(lifelines.hold(asked));
        held.connections().stream().filter(each -> !asked.contains(each)).forEach(living::add);
        held.endAllBut(living);
        doubts.end();
        lifelines.clear();
    }
}
