package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NextAttemptTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static NextAttempt.Past hoursAgo(long hours) {
        Instant started = NOW.minus(Duration.ofHours(hours));
        return new NextAttempt.Past(started, started.plus(Duration.ofMinutes(20)));
    }

    private static Terms terms(int attempts, int days, int wait) {
        return new Terms(Behaviour.CERTIFYING, CertifyingFixtures.BLUEPRINT, attempts, days, wait, 0);
    }

    @Test
    void without_limits_the_next_attempt_is_possible_at_once() {
        assertThat(NextAttempt.from(Terms.GRADED, List.of(hoursAgo(1), hoursAgo(2)), NOW))
                .isEmpty();
        assertThat(NextAttempt.left(Terms.GRADED, List.of(hoursAgo(1)), NOW)).isEmpty();
        NextAttempt.Past closedAheadOfThisClock = new NextAttempt.Past(NOW, NOW.plusSeconds(5));
        assertThat(NextAttempt.from(Terms.GRADED, List.of(closedAheadOfThisClock), NOW))
                .as("no wait, so the clock of another node changes nothing")
                .isEmpty();
    }

    @Test
    void the_wait_is_counted_from_the_end_of_the_last_attempt() {
        assertThat(NextAttempt.from(terms(0, 0, 24), List.of(hoursAgo(23)), NOW))
                .contains(NOW.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(20)));
        assertThat(NextAttempt.from(terms(0, 0, 24), List.of(hoursAgo(25)), NOW))
                .isEmpty();
    }

    @Test
    void when_all_attempts_are_used_the_oldest_of_them_has_to_grow_old() {
        Terms twoInTenDays = terms(2, 10, 0);
        assertThat(NextAttempt.left(twoInTenDays, List.of(hoursAgo(1)), NOW)).contains(1);
        assertThat(NextAttempt.from(twoInTenDays, List.of(hoursAgo(1)), NOW)).isEmpty();
        assertThat(NextAttempt.left(twoInTenDays, List.of(hoursAgo(1), hoursAgo(48)), NOW))
                .contains(0);
        assertThat(NextAttempt.from(twoInTenDays, List.of(hoursAgo(1), hoursAgo(48)), NOW))
                .contains(NOW.plus(Duration.ofDays(8)));
        assertThat(NextAttempt.from(twoInTenDays, List.of(hoursAgo(1), hoursAgo(241)), NOW))
                .isEmpty();
        assertThat(NextAttempt.left(twoInTenDays, List.of(hoursAgo(1), hoursAgo(241)), NOW))
                .contains(1);
    }

    /** Whoever comes at the moment that was told, can begin; and never more than the limit begins in any such time. */
    @Property
    void the_moment_that_is_told_is_right_and_the_limit_holds(
            @ForAll @IntRange(min = 1, max = 4) int attempts,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @IntRange(min = 0, max = 72) int wait,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 100) Integer> pauses) {
        Terms terms = terms(attempts, days, wait);
        List<NextAttempt.Past> past = new ArrayList<>();
        Instant now = NOW;
        for (int pause : pauses) {
            now = now.plus(Duration.ofHours(pause));
            Optional<Instant> from = NextAttempt.from(terms, past, now);
            Instant starts = from.orElse(now);
            assertThat(starts).isAfterOrEqualTo(now);
            assertThat(NextAttempt.from(terms, past, starts)).isEmpty();
            now = starts.plus(Duration.ofMinutes(20));
            past.addFirst(new NextAttempt.Past(starts, now));
        }
        for (int i = 0; i + attempts < past.size(); i++) {
            assertThat(Duration.between(
                            past.get(i + attempts).startedAt(), past.get(i).startedAt()))
                    .isGreaterThanOrEqualTo(terms.counting());
        }
        for (int i = 0; i + 1 < past.size(); i++) {
            assertThat(Duration.between(past.get(i + 1).endedAt(), past.get(i).startedAt()))
                    .isGreaterThanOrEqualTo(terms.waiting());
        }
    }
}
