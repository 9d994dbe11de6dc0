package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.desk.TestCards;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestDatabase;

/** How long a session lasts on a computer that many people use. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedSessionsTest {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Inject
    Jdbi jdbi;

    @Inject
    TestNodes nodes;

    @Inject
    AccountConfig config;

    private final HandClock clock = new HandClock();
    private Sessions sessions;
    private SharedSessions shared;
    private UUID computer;
    private UUID session;

    @BeforeEach
    void somebody_sits_down() {
        sessions = nodes.node(clock).sessions();
        shared = new SharedSessions(jdbi, clock, config);
        UUID operator = TestPeople.idOf(TestPeople.learner());
        computer = TestCards.sharedComputer(operator);
        session = sessions.start(operator, Way.PASSWORD).person().sessionId();
        shared.used(session, computer);
    }

    private boolean lives() {
        return sessions.find(session).isPresent();
    }

    @Test
    void it_ends_when_nobody_does_anything_for_a_quarter_of_an_hour() {
        clock.forward(Duration.ofMinutes(14));
        assertThat(lives()).isTrue();
        clock.forward(Duration.ofMinutes(2));
        assertThat(lives()).isFalse();
    }

    @Test
    void it_goes_on_while_somebody_does_something() {
        for (int i = 0; i < 6; i++) {
            clock.forward(Duration.ofMinutes(10));
            shared.used(session, computer);
            assertThat(lives()).isTrue();
        }
    }

    @Test
    void it_ends_soon_after_an_open_page_has_fallen_silent() {
        assertThat(shared.present(session, computer, false)).isPresent();
        clock.forward(Duration.ofMinutes(2));
        assertThat(lives()).isTrue();
        clock.forward(Duration.ofMinutes(2));
        assertThat(lives()).isFalse();
        assertThat(shared.present(session, computer, true))
                .as("what came back after a crash is not let in")
                .isEmpty();
        shared.used(session, computer);
        clock.forward(Duration.ofSeconds(1));
        assertThat(lives()).isFalse();
    }

    @Test
    void an_open_page_alone_does_not_keep_it() {
        int beats = 0;
        while (lives()) {
            clock.forward(HALF_A_MINUTE);
            shared.present(session, computer, false);
            beats++;
        }
        assertThat(beats).isBetween(29, 31);
    }

    @Test
    void who_reads_or_writes_long_on_one_page_is_not_put_out() {
        for (int i = 0; i < 100; i++) {
            clock.forward(HALF_A_MINUTE);
            assertThat(shared.present(session, computer, true)).contains(Duration.ofMinutes(15));
        }
        assertThat(lives()).isTrue();
    }

    @Test
    void it_never_outlasts_a_working_day() {
        Duration time = Duration.ZERO;
        while (lives()) {
            clock.forward(Duration.ofMinutes(10));
            time = time.plusMinutes(10);
            shared.used(session, computer);
        }
        assertThat(time).isBetween(Duration.ofHours(8), Duration.ofMinutes(490));
    }

    @Test
    void an_end_is_an_end() {
        sessions.end(session);
        shared.used(session, computer);
        assertThat(shared.present(session, computer, true)).isEmpty();
        assertThat(lives()).isFalse();
    }
}
