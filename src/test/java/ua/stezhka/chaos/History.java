package ua.stezhka.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import ua.stezhka.chaos.Operation.Outcome;

/** What all takers wanted and were told, kept apart from the product. */
final class History {
    private static final Duration HEALED = Duration.ofSeconds(10);

    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    void add(Operation operation) {
        operations.add(operation);
    }

    AtomicInteger running() {
        return running;
    }

    List<Operation> all() {
        return List.copyOf(operations);
    }

    /** Which share was not done within ten seconds, so that somebody saw more than «saving». */
    double shareSeen() {
        long seen = operations.stream()
                .filter(operation -> operation.took().compareTo(HEALED) > 0 || operation.outcome() == Outcome.UNKNOWN)
                .count();
        return operations.isEmpty() ? 0 : (double) seen / operations.size();
    }

    double shareRepeated() {
        long repeated =
                operations.stream().filter(operation -> operation.tries() > 1).count();
        return operations.isEmpty() ? 0 : (double) repeated / operations.size();
    }

    Duration longest() {
        return operations.stream().map(Operation::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
