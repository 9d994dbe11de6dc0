package ua.stezhka.quiz;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When a person may begin the next attempt. A pure function of the terms and of what was. */
final class NextAttempt {
    private NextAttempt() {}

    /** An attempt that is over. */
    record Past(Instant startedAt, Instant endedAt) {}

    /** How many attempts are left now; empty when there is no limit. */
    static Optional<Integer> left(Terms terms, List<Past> past, Instant now) {
        if (terms.attempts() == 0) {
            return Optional.empty();
        }
        Instant since = now.minus(terms.counting());
        long counted = past.stream().filter(p -> p.startedAt().isAfter(since)).count();
        return Optional.of((int) Math.max(0, terms.attempts() - counted));
    }

    /** From when the next attempt is possible; empty when it is possible now. */
    static Optional<Instant> from(Terms terms, List<Past> past, Instant now) {
        return Optional.of(later(afterWait(terms, past), afterLimit(terms, past)))
                .filter(now::isBefore);
    }

    private static Instant afterWait(Terms terms, List<Past> past) {
        return past.stream()
                .map(Past::endedAt)
                .max(Comparator.naturalOrder())
                .filter(last -> terms.waitHours() > 0)
                .map(last -> last.plus(terms.waiting()))
                .orElse(Instant.MIN);
    }

    /** The oldest of the newest {@code attempts} ones has to be old enough not to count any more. */
    private static Instant afterLimit(Terms terms, List<Past> past) {
        if (terms.attempts() == 0) {
            return Instant.MIN;
        }
        return past.stream()
                .map(Past::startedAt)
                .sorted(Comparator.reverseOrder())
                .skip(terms.attempts() - 1L)
                .findFirst()
                .map(oldest -> oldest.plus(terms.counting()))
                .orElse(Instant.MIN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
