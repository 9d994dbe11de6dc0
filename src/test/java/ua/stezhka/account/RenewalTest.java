package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A token that is out of date is renewed unseen; a refresh token that comes twice ends the session. Source: RFC 9700, 4.14.2. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RenewalTest {
    private static final String TOKEN = "__Host-stezhka";
    private static final String REFRESH = "__Host-stezhka-refresh";
    private static final String RENEWAL = "/api/v1/sessions/current/refresh";

    @Inject
    TestNodes nodes;

    @Inject
    Jdbi jdbi;

    private final HandClock clock = new HandClock();

    /** A browser as it comes back later: its token is out of date. */
    private TestBrowser later(TestBrowser browser) {
        HandClock before = new HandClock();
        before.forward(Duration.ofDays(-10));
        UUID person = TestPeople.idOf(browser);
        UUID session = UUID.fromString(
                browser.get("/api/v1/sessions").json().get(0).get("id").asText());
        String old = nodes.node(before)
                .tokens()
                .issue(session, person, before.instant().plusSeconds(600));
        return new TestBrowser()
                .cookie(TOKEN, old)
                .cookie(REFRESH, browser.cookies().get(REFRESH));
    }

    private static TestBrowser copyOf(TestBrowser browser) {
        TestBrowser copy = new TestBrowser();
        browser.cookies().forEach(copy::cookie);
        return copy;
    }

    private static TestBrowser.Answer renew(String refreshToken) {
        return new TestBrowser()
                .without("Sec-Fetch-Site")
                .sendJson("POST", RENEWAL, Map.of("refreshToken", refreshToken));
    }

    @Test
    void a_form_sent_with_a_token_out_of_date_is_taken_and_the_browser_gets_new_cookies() {
        TestBrowser browser = later(TestPeople.learner());
        String refresh = browser.cookies().get(REFRESH);
        String name = "Уляна Приклад " + TestPeople.suffix();
        var answer = browser.post("/settings/name", "name", name);
        assertThat(answer.location()).isEqualTo("/settings?saved=name");
        assertThat(browser.cookies().get(REFRESH)).isNotEqualTo(refresh);
        assertThat(browser.get("/settings").page().select("header").text()).contains(name);
    }

    @Test
    void both_cookies_are_for_this_host_only_and_no_script_reads_them() {
        var answer = new TestBrowser()
                .post("/registration", "name", "Ганна " + TestPeople.suffix(), "password", TestPeople.PASSWORD);
        List<String> cookies = answer.http().headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2).anyMatch(cookie -> cookie.startsWith(REFRESH + '='));
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain"));
    }

    @Test
    void a_browser_that_has_dropped_the_short_cookie_stays_signed_in() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser back = new TestBrowser().cookie(REFRESH, browser.cookies().get(REFRESH));
        assertThat(back.get("/settings").status()).isEqualTo(200);
        assertThat(back.cookies()).containsKeys(TOKEN, REFRESH);
    }

    @Test
    void all_requests_of_one_page_get_the_same_successor_and_nobody_is_signed_out() throws Exception {
        TestBrowser browser = later(TestPeople.learner());
        List<TestBrowser> tabs =
                IntStream.range(0, 12).mapToObj(tab -> copyOf(browser)).toList();
        List<Callable<Integer>> calls = tabs.stream()
                .<Callable<Integer>>map(tab -> () -> tab.get("/settings").status())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(calls)) {
                answers.add(done.get());
            }
            assertThat(answers).containsOnly(200);
        }
        Set<String> successors = new HashSet<>();
        tabs.forEach(tab -> successors.add(tab.cookies().get(REFRESH)));
        assertThat(successors).hasSize(1).doesNotContain(browser.cookies().get(REFRESH));
        assertThat(tabs).allMatch(tab -> tab.get("/settings").status() == 200);
    }

    @Test
    void a_lost_answer_is_given_again_within_moments_by_any_node() {
        TestNode node = nodes.node(clock);
        TestNode other = nodes.node(clock);
        NewSession session = node.sessions().start(TestPeople.idOf(TestPeople.learner()), Way.PASSWORD);
        String lost =
                node.renewals().renew(session.refreshToken()).orElseThrow().refreshToken();
        clock.forward(Duration.ofSeconds(20));
        assertThat(other.renewals().renew(session.refreshToken()).orElseThrow().refreshToken())
                .isEqualTo(lost);
        String next = other.renewals().renew(lost).orElseThrow().refreshToken();
        assertThat(node.renewals().renew(lost).orElseThrow().refreshToken()).isEqualTo(next);
    }

    @Test
    void a_late_answer_of_an_older_request_leads_to_the_newest_token() {
        TestNode node = nodes.node(clock);
        NewSession session = node.sessions().start(TestPeople.idOf(TestPeople.learner()), Way.PASSWORD);
        String second =
                node.renewals().renew(session.refreshToken()).orElseThrow().refreshToken();
        String third = node.renewals().renew(second).orElseThrow().refreshToken();
        assertThat(node.renewals().renew(session.refreshToken()).orElseThrow().refreshToken())
                .isEqualTo(third);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_session_for_thief_and_person_and_the_audit_trail_tells() {
        TestNode node = nodes.node(clock);
        UUID person = TestPeople.idOf(TestPeople.learner());
        NewSession session = node.sessions().start(person, Way.PASSWORD);
        NewSession thief = node.renewals().renew(session.refreshToken()).orElseThrow();
        clock.forward(Duration.ofSeconds(21));
        assertThat(node.renewals().renew(session.refreshToken())).isEmpty();
        assertThat(node.renewals().renew(thief.refreshToken())).isEmpty();
        assertThat(node.tokens().sessionOf(thief.token()).flatMap(node.sessions()::find))
                .as("an access token alone opens nothing")
                .isEmpty();
        assertThat(TestPeople.lastDeedAbout(person)).isEqualTo("account.refresh_token_came_twice");
    }

    @Test
    void a_stolen_refresh_token_over_http() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        TestBrowser stolen = copyOf(browser);
        assertThat(renew(browser.cookies().get(REFRESH)).status()).isEqualTo(200);
        jdbi.useHandle(handle -> handle.execute("""
                update account.refresh_token set used_at = used_at - interval '21 seconds'
                where used_at is not null and session_id in (select id from account.session where person_id = ?)""", person));
        assertThat(renew(stolen.cookies().get(REFRESH)).status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.cookies()).isEmpty();
        assertThat(TestPeople.lastDeedAbout(person)).isEqualTo("account.refresh_token_came_twice");
    }

    @Test
    void a_program_renews_its_tokens() {
        String name = "Ярина " + TestPeople.suffix();
        TestPeople.register(name);
        var signedIn = new TestBrowser()
                .without("Sec-Fetch-Site")
                .sendJson("POST", "/api/v1/sessions", Map.of("login", name, "password", TestPeople.PASSWORD))
                .json();
        assertThat(signedIn.get("expiresIn").asLong()).isEqualTo(600);
        var renewed = renew(signedIn.get("refreshToken").asText());
        assertThat(renewed.http().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(renewed.json().get("refreshToken").asText())
                .isNotEqualTo(signedIn.get("refreshToken").asText());
        String token = renewed.json().get("token").asText();
        assertThat(new TestBrowser()
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/me")
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void a_browser_renews_by_cookie_and_its_scripts_see_no_token() {
        TestBrowser browser = TestPeople.learner();
        String before = browser.cookies().get(REFRESH);
        var renewed = browser.sendJson("POST", RENEWAL, Map.of());
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().get("token").isNull()).isTrue();
        assertThat(renewed.json().get("refreshToken").isNull()).isTrue();
        assertThat(browser.cookies().get(REFRESH)).isNotEqualTo(before);
        assertThat(new TestBrowser().sendJson("POST", RENEWAL, Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void only_the_hash_of_a_refresh_token_is_kept() {
        TestBrowser browser = TestPeople.learner();
        String token = browser.cookies().get(REFRESH);
        assertThat(token).hasSize(43);
        List<String> rows = jdbi.withHandle(handle -> handle.createQuery("select t::text from account.refresh_token t")
                .mapTo(String.class)
                .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    }

    @Test
    void a_page_with_a_fresh_token_costs_one_statement_for_who_asks() {
        TestBrowser browser = TestPeople.learner();
        TestPeople.forgetSessions();
        assertThat(browser.get("/about").statements()).isEqualTo(1);
        assertThat(later(browser).get("/about").statements()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_guest_does_not_lose_everything_with_a_lost_answer() {
        TestNode node = nodes.node(clock);
        NewSession guest = node.sessions().startForNewGuest();
        assertThat(node.renewals().renew(guest.refreshToken())).isPresent();
        clock.forward(Duration.ofHours(1));
        assertThat(node.renewals().renew(guest.refreshToken())).isPresent();
    }
}
