package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TestSessions;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

/** The connections of one node: which ends of them say something of the browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HeldLifelinesTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Sse sse;

    private final HandClock clock = new HandClock().atNow();
    private final TestSessions sessions = new TestSessions(clock);
    private Lifelines lifelines;
    private HeldLifelines node;
    private UUID session;
    private Runnable over = () -> {};

    @BeforeEach
    void somebody_sits_down() {
        lifelines = new Lifelines(jdbi, clock, sessions.doubts());
        node = new HeldLifelines(lifelines, new HereAndNow());
        UUID person = TestPeople.idOf(TestPeople.learner());
        session = sessions.begin(person);
        sessions.shared().used(session, TestCards.sharedComputer(person));
    }

    @Test
    void a_node_that_stops_ends_connections_and_no_sessions() {
        List<String> told = new ArrayList<>();
        UUID id = UUID.randomUUID();
        hold(id, told);
        node.stop();
        assertThat(told).containsExactly("word", "end");
        assertThat(sessions.opens(session)).isTrue();
        assertThatThrownBy(() -> node.hold(id, Optional.of(session), word(), over -> {}))
                .isInstanceOf(Problem.Busy.class);
    }

    @Test
    void a_connection_that_the_browser_ends_is_a_break() {
        List<String> told = new ArrayList<>();
        Cancellable connection = hold(UUID.randomUUID(), told);
        node.say(word());
        assertThat(told).containsExactly("word", "word");
        connection.cancel();
        assertThat(node.connections()).isEmpty();
        assertThat(sessions.opens(session)).isFalse();
    }

    private Cancellable hold(UUID id, List<String> told) {
        lifelines.greet(id, Optional.of(session));
        return node.hold(id, Optional.of(session), word(), over -> this.over = over)
                .subscribe()
                .with(word -> told.add("word"), failure -> told.add("failure"), () -> told.add("end"));
    }

    private OutboundSseEvent word() {
        return sse.newEventBuilder().comment("").build();
    }

    @Test
    void a_page_that_is_gone_before_its_connection_has_begun_broke_off_too() {
        UUID id = UUID.randomUUID();
        lifelines.greet(id, Optional.of(session));
        node.hold(id, Optional.of(session), word(), over -> this.over = over);
        over.run();
        assertThat(node.connections()).isEmpty();
        assertThat(sessions.opens(session)).isFalse();
    }

    @Test
    void a_page_that_is_gone_before_it_was_noted_broke_off_too() {
        UUID id = UUID.randomUUID();
        lifelines.greet(id, Optional.of(session));
        List<String> told = new ArrayList<>();
        node.hold(id, Optional.of(session), word(), Runnable::run)
                .subscribe()
                .with(word -> told.add("word"), failure -> told.add("failure"), () -> told.add("end"));
        assertThat(told).endsWith("end");
        assertThat(sessions.opens(session)).isFalse();
    }
}
