package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final HandClock clock = new HandClock();
    private final AtomicInteger reads = new AtomicInteger();
    private final Recent<Integer> recent = new Recent<>(clock, reads::incrementAndGet);

    @Test
    void within_a_second_it_is_read_once() {
        recent.get();
        clock.forward(Duration.ofMillis(999));
        assertThat(recent.get()).isEqualTo(1);
    }

    @Test
    void after_a_second_it_is_read_again() {
        recent.get();
        clock.forward(Duration.ofSeconds(1));
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void what_is_forgotten_is_read_again() {
        recent.get();
        recent.forget();
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void a_clock_that_was_put_back_keeps_nothing_for_longer() {
        recent.get();
        clock.forward(Duration.ofHours(-1));
        assertThat(recent.get()).isEqualTo(2);
    }
}
