package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptEndTest {
    private static final Instant DEADLINE = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void without_a_deadline_an_attempt_ends_when_it_is_submitted() {
        assertThat(AttemptEnd.of(null, DEADLINE)).isEqualTo(new AttemptEnd("submit", DEADLINE));
        assertThat(AttemptEnd.over(null, Instant.MAX)).isFalse();
    }

    @Test
    void in_the_grace_a_person_submits_as_of_the_deadline() {
        assertThat(AttemptEnd.of(DEADLINE, DEADLINE.minusMillis(1)))
                .isEqualTo(new AttemptEnd("submit", DEADLINE.minusMillis(1)));
        assertThat(AttemptEnd.of(DEADLINE, DEADLINE.plusSeconds(59))).isEqualTo(new AttemptEnd("submit", DEADLINE));
    }

    @Test
    void after_the_grace_of_sixty_seconds_the_clock_closes() {
        assertThat(AttemptEnd.GRACE).isEqualTo(Duration.ofSeconds(60));
        assertThat(AttemptEnd.of(DEADLINE, DEADLINE.plusSeconds(60))).isEqualTo(new AttemptEnd("close", DEADLINE));
        assertThat(AttemptEnd.over(DEADLINE, DEADLINE.plusSeconds(60))).isTrue();
        assertThat(AttemptEnd.over(DEADLINE, DEADLINE.plusMillis(59_999))).isFalse();
    }
}
