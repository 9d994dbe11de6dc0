package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Problem;

class MissLimitTest {
    private final HandClock clock = new HandClock();
    private final MissLimit limit = new MissLimit(clock);

    private void miss(int times) {
        for (int i = 0; i < times; i++) {
            limit.check("192.0.2.1");
            limit.missed("192.0.2.1");
        }
    }

    @Test
    void thirty_unknown_numbers_are_let_through_and_no_more() {
        miss(30);
        assertThatThrownBy(() -> limit.check("192.0.2.1")).isInstanceOf(Problem.TooMany.class);
    }

    @Test
    void other_addresses_go_on() {
        miss(30);
        assertThatCode(() -> limit.check("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void ten_minutes_after_the_first_one_the_count_begins_anew() {
        miss(30);
        clock.forward(Duration.ofMinutes(10).plusSeconds(1));
        miss(30);
        assertThatThrownBy(() -> limit.check("192.0.2.1")).isInstanceOf(Problem.TooMany.class);
    }
}
