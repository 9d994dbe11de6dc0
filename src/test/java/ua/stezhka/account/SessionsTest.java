package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** An end of a session is an end: here at once, on other nodes within a second, by itself when nobody uses it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SessionsTest {
    private static final RoleGrant MENTOR = new RoleGrant(Role.MENTOR, Scope.EVERYWHERE);

    @Inject
    Sessions here;

    @Inject
    TestNodes nodes;

    @Inject
    AccountConfig config;

    @Inject
    Jdbi jdbi;

    private final HandClock clock = new HandClock();

    private static UUID person() {
        return TestPeople.idOf(TestPeople.learner());
    }

    /** Uses the session each hour of this time, as far as it lets. @return how long that was */
    private Duration used(TestNode node, NewSession session, Duration time, Duration step) {
        NewSession last = session;
        Duration used = Duration.ZERO;
        while (used.compareTo(time) < 0) {
            clock.forward(step);
            var next = node.renewals().renew(last.refreshToken());
            if (next.isEmpty()) {
                return used;
            }
            last = next.get();
            used = used.plus(step);
        }
        return used;
    }

    @Test
    void another_node_sees_an_end_a_second_later() {
        Sessions elsewhere = nodes.node(clock).sessions();
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

    @Test
    void a_learner_stays_signed_in_for_a_month_of_use() {
        TestNode node = nodes.node(clock);
        NewSession session = node.sessions().start(person(), Way.PASSWORD);
        assertThat(used(node, session, Duration.ofDays(60), Duration.ofDays(1))).isEqualTo(Duration.ofDays(29));
    }

    @Test
    void a_learner_who_does_not_come_by_for_two_weeks_signs_in_again() {
        TestNode node = nodes.node(clock);
        NewSession session = node.sessions().start(person(), Way.PASSWORD);
        assertThat(session.lasts()).isEqualTo(Duration.ofDays(14));
        clock.forward(Duration.ofDays(14));
        assertThat(node.renewals().renew(session.refreshToken())).isEmpty();
        assertThat(node.sessions().find(session.person().sessionId())).isEmpty();
    }

    @Test
    void staff_signs_in_again_after_an_idle_hour_and_after_a_working_day() {
        TestNode node = nodes.node(clock);
        UUID person = person();
        TestPeople.grant(person, MENTOR);
        NewSession idle = node.sessions().start(person, Way.PASSWORD);
        assertThat(idle.lasts()).isEqualTo(Duration.ofHours(1));
        assertThat(used(node, idle, Duration.ofDays(2), Duration.ofHours(1))).isZero();
        NewSession busy = node.sessions().start(person, Way.PASSWORD);
        assertThat(used(node, busy, Duration.ofDays(2), Duration.ofMinutes(30)))
                .isEqualTo(Duration.ofHours(12).minusMinutes(30));
    }

    @Test
    void a_learner_who_becomes_staff_gets_the_limits_of_staff() {
        TestNode node = nodes.node(clock);
        UUID person = person();
        NewSession session = node.sessions().start(person, Way.PASSWORD);
        clock.forward(Duration.ofHours(2));
        TestPeople.grant(person, MENTOR);
        NewSession renewed = node.renewals().renew(session.refreshToken()).orElseThrow();
        assertThat(renewed.lasts()).isEqualTo(Duration.ofHours(1));
        assertThat(used(node, renewed, Duration.ofDays(2), Duration.ofMinutes(30)))
                .isEqualTo(Duration.ofMinutes(10 * 60 - 30));
    }

    @Test
    void a_shared_computer_forgets_whoever_has_gone_after_a_quarter_of_an_hour() {
        TestNode node = nodes.node(clock);
        NewSession session = node.sessions().start(person(), Way.PASSWORD, SessionLimits.shared(config));
        assertThat(session.tokenLasts()).isEqualTo(Duration.ofMinutes(3));
        assertThat(used(node, session, Duration.ofHours(1), Duration.ofMinutes(14)))
                .as("used")
                .isEqualTo(Duration.ofMinutes(70));
        NewSession left = node.sessions().start(person(), Way.PASSWORD, SessionLimits.shared(config));
        clock.forward(Duration.ofMinutes(15));
        assertThat(node.renewals().renew(left.refreshToken())).isEmpty();
    }

    @Test
    void a_guest_is_remembered_for_half_a_year() {
        TestNode node = nodes.node(clock);
        NewSession guest = node.sessions().startForNewGuest();
        assertThat(guest.lasts()).isEqualTo(Duration.ofDays(180));
        clock.forward(Duration.ofDays(179));
        assertThat(node.renewals().renew(guest.refreshToken())).isPresent();
        clock.forward(Duration.ofDays(1));
        assertThat(node.renewals().renew(guest.refreshToken())).isEmpty();
    }

    @Test
    void an_administrator_ends_all_sessions_of_a_person_and_the_audit_trail_tells() {
        String name = "Олег Приклад " + TestPeople.suffix();
        TestBrowser one = TestPeople.register(name);
        UUID person = TestPeople.idOf(one);
        TestBrowser two = TestPeople.session(person);
        here.endAll(person, null);
        assertThat(one.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(two.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(TestPeople.lastDeedAbout(person)).isEqualTo("account.sessions_ended");
    }

    @Test
    void whoever_is_blocked_is_out_at_once_and_does_not_get_back_by_a_refresh_token() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set blocked_at = now() where id = :id")
                .bind("id", person)
                .execute());
        TestPeople.forgetSessions();
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.cookies()).as("forgotten").isEmpty();
    }
}
