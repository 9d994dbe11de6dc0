package ua.stezhka.desk;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/** The connections that this node holds for pages on shared computers; they cost no thread and no connection of the database. */
@Singleton
class HeldLifelines {
    private static final Logger LOG = Logger.getLogger(HeldLifelines.class);
    private static final int MOST = 2_000;

    private final Lifelines lifelines;
    private final ExecutorService threads;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    HeldLifelines(Lifelines lifelines, @VirtualThreads ExecutorService threads) {
        this.lifelines = lifelines;
        this.threads = threads;
    }

    /** A connection; who asked for it may be gone before it has begun. */
    private static final class Held {
        private volatile @Nullable MultiEmitter<? super OutboundSseEvent> emitter;
    }

    /**
     * Holds a connection for a page.
     *
     * @param first    what the page is told at once
     * @param whenOver takes what is to be done when the request is over, whoever ends it
     * @throws Problem.Busy when this node holds as many as it can, or stops
     */
    Multi<OutboundSseEvent> hold(UUID id, Optional<UUID> session, OutboundSseEvent first, Consumer<Runnable> whenOver) {
        if (stopping || held.size() >= MOST) {
            throw Problem.busy(Duration.ofSeconds(2));
        }
        UUID connection = Ids.next();
        Held mine = new Held();
        boolean tied = false;
        try {
            held.put(connection, mine);
            whenOver.accept(() -> ended(id, connection));
            lifelines.tie(id, connection, session);
            tied = true;
        } finally {
            if (!tied) {
                held.remove(connection);
            }
        }
        if (!held.containsKey(connection) && !stopping) {
            broke(id, connection);
        }
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            emitter.onTermination(() -> ended(id, connection));
                            begin(connection, mine, emitter, first);
                        },
                        BackPressureStrategy.DROP);
    }

    private void begin(
            UUID connection, Held mine, MultiEmitter<? super OutboundSseEvent> emitter, OutboundSseEvent first) {
        mine.emitter = emitter;
        emitter.emit(first);
        if (!held.containsKey(connection)) {
            emitter.complete();
        }
    }

    /** What this node ends itself is no longer among the held ones, and says nothing of the browser. */
    private void ended(UUID id, UUID connection) {
        if (held.remove(connection) != null && !stopping) {
            threads.execute(() -> broke(id, connection));
        }
    }

    private void broke(UUID id, UUID connection) {
        try {
            lifelines.broke(id, connection);
        } catch (JdbiException away) {
            LOG.warnf("a lifeline broke and could not be noted, silence will end the session: %s", away.getMessage());
        }
    }

    Set<UUID> connections() {
        return Set.copyOf(held.keySet());
    }

    /** Says something to each page, so that no proxy takes the connection for an idle one. */
    void say(OutboundSseEvent word) {
        for (Held each : held.values()) {
            MultiEmitter<? super OutboundSseEvent> emitter = each.emitter;
            if (emitter != null) {
                emitter.emit(word);
            }
        }
    }

    /** Ends all connections but these. */
    void endAllBut(Set<UUID> living) {
        connections().stream().filter(each -> !living.contains(each)).forEach(this::end);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent delay) {
        stop();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stop();
    }

    /** The pages come again at once, and find another node. */
    void stop() {
        stopping = true;
        endAllBut(Set.of());
    }

    private void end(UUID connection) {
        Held ended = held.remove(connection);
        MultiEmitter<? super OutboundSseEvent> emitter = ended == null ? null : ended.emitter;
        if (emitter != null) {
            emitter.complete();
        }
    }
}
