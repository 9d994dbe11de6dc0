package ua.stezhka.quiz;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How much more time a person has in quizzes with a limit, whatever the reason: nobody is asked for one. Source: WCAG 2.2,
 * 2.2.1.
 */
public enum Accommodation {
    HALF_MORE(3),
    DOUBLE(4),
    UNLIMITED(0);

    private final int halves;

    Accommodation(int halves) {
        this.halves = halves;
    }

    /** The word in forms and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Accommodation> find(String word) {
        return Optional.of(word)
                .filter(w -> w.matches("half_more|double|unlimited"))
                .map(w -> valueOf(w.toUpperCase(Locale.ROOT)));
    }

    /** The time that a limit of so many minutes means; empty when it means none. */
    Optional<Duration> of(int minutes) {
        return this == UNLIMITED ? Optional.empty() : Optional.of(Duration.ofSeconds(minutes * 30L * halves));
    }
}
