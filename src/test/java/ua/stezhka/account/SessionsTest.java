package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** An end of a session is an end: here at once, on other nodes within a second. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SessionsTest {
    @Inject
    Sessions here;

    @Inject
    Jdbi jdbi;

    @Inject
    Tokens tokens;

    @Inject
    AccountConfig config;

    @Inject
    Event<Sessions.Changed> changes;

    private final HandClock clock = new HandClock();

    private Sessions otherNode() {
        return new Sessions(jdbi, tokens, clock, config, changes);
    }

    @Test
    void another_node_sees_an_end_a_second_later() {
        Sessions elsewhere = otherNode();
        UUID session = here.startForNewGuest().person().sessionId();
        assertThat(here.find(session)).isPresent();
        assertThat(elsewhere.find(session)).isPresent();
        here.end(session);
        assertThat(here.find(session)).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(elsewhere.find(session)).isEmpty();
    }

    @Test
    void a_cookie_is_worth_nothing_as_soon_as_its_browser_has_signed_out() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser stolen = new TestBrowser();
        browser.cookies().forEach(stolen::cookie);
        assertThat(stolen.get("/settings").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out").status()).isEqualTo(303);
        assertThat(stolen.get("/settings").status()).isEqualTo(401);
    }

    @Test
    void a_new_name_counts_at_once() {
        String name = "Зоя Приклад " + TestPeople.suffix();
        TestBrowser browser = TestPeople.register(name);
        assertThat(browser.post("/settings/name", "name", "Зоя Інша").status()).isIn(200, 303);
        assertThat(browser.get("/settings").page().select("header").text()).contains("Зоя Інша");
    }
}
