package ua.stezhka.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Times of one kind of request, of thousands of people at once, and what went wrong. */
final class Times {
    private static final int MOST = 400_000;

    private final String name;
    private final long[] nanos = new long[MOST];
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();

    Times(String name) {
        this.name = name;
    }

    /** Does something and keeps how long it took; an exception is an error and no time. */
    boolean measure(Runnable action) {
        long begin = System.nanoTime();
        try {
            action.run();
        } catch (IllegalStateException | java.io.UncheckedIOException failed) {
            String why = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            errors.computeIfAbsent(why.substring(0, Math.min(80, why.length())), first -> new AtomicInteger())
                    .incrementAndGet();
            return false;
        }
        int place = count.getAndIncrement();
        if (place < MOST) {
            nanos[place] = System.nanoTime() - begin;
        }
        return true;
    }

    int count() {
        return Math.min(MOST, count.get());
    }

    int failed() {
        return errors.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count());
        Arrays.sort(sorted);
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return "%-26s %7d  p50 %7.1f  p95 %7.1f  p99 %7.1f ms, errors %d%s"
                .formatted(
                        name,
                        count(),
                        millis(0.5),
                        millis(0.95),
                        millis(0.99),
                        failed(),
                        errors.isEmpty() ? "" : " " + errors);
    }
}
