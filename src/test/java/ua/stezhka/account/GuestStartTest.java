package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.Together;

/** Somebody whom nobody knows begins, perhaps with a trembling hand or over a line that repeats: that is one guest. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GuestStartTest {
    private static final String START = "/courses/internet-safety/quiz/attempts";
    private static final String STEP = "/courses/internet-safety/lessons/bank-call/steps/1/completion";
    private static final String PROGRAM = "/api/v1" + START;
    private static final String KEY = "__Host-stezhka-start";
    private static final Device DEVICE = Device.UNKNOWN;

    @Inject
    Jdbi jdbi;

    @Inject
    TestNodes nodes;

    @Inject
    SealingKey seal;

    @Inject
    AccountConfig config;

    private int people;
    private int attempts;

    @BeforeEach
    void count() {
        people = rows("account.person");
        attempts = rows("quiz.attempt");
    }

    private int rows(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private int newPeople() {
        return rows("account.person") - people;
    }

    private int newAttempts() {
        return rows("quiz.attempt") - attempts;
    }

    private static TestBrowser.Answer once(TestBrowser browser, String path) {
        return browser.sendOnce("POST", path, BodyPublishers.ofString("a=b"), "application/x-www-form-urlencoded");
    }

    /** A browser that has been given a key. */
    private static TestBrowser keyed() {
        TestBrowser browser = new TestBrowser();
        assertThat(once(browser, START).status()).isEqualTo(307);
        return browser;
    }

    private static TestBrowser with(String key) {
        return new TestBrowser().cookie(KEY, key);
    }

    private static String key() {
        return keyed().cookies().get(KEY);
    }

    @Test
    void the_first_press_gets_a_key_and_does_nothing() {
        TestBrowser browser = new TestBrowser();
        TestBrowser.Answer first = once(browser, START);
        assertThat(first.status()).isEqualTo(307);
        assertThat(first.location()).isEqualTo(START + "?key=sent");
        assertThat(first.header("Set-Cookie"))
                .startsWith(KEY + "=")
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=300");
        assertThat(browser.cookies()).containsOnlyKeys(KEY);
        assertThat(newPeople()).isZero();

        TestBrowser.Answer second = once(browser, START + "?key=sent");
        assertThat(second.location()).startsWith("/attempts/");
        assertThat(browser.cookies()).doesNotContainKey(KEY).hasSize(2);
        assertThat(newPeople()).isEqualTo(1);
        assertThat(newAttempts()).isEqualTo(1);
    }

    @Test
    void fifty_equal_starts_are_one_guest_with_one_attempt() throws Exception {
        String key = key();
        List<String> led = Together.call(50, () -> {
            TestBrowser same = with(key);
            TestBrowser.Answer answer = once(same, START);
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            return answer.location() + " " + TestPeople.idOf(same) + " "
                    + same.cookies().get("__Host-stezhka-refresh");
        });
        assertThat(led.stream().distinct()).hasSize(1);
        assertThat(newPeople()).isEqualTo(1);
        assertThat(newAttempts()).isEqualTo(1);
    }

    @Test
    void fifty_equal_starts_of_a_lesson_are_one_guest() throws Exception {
        String key = key();
        assertThat(Together.call(50, () -> once(with(key), STEP).status())).containsOnly(303);
        assertThat(newPeople()).isEqualTo(1);
    }

    @Test
    void two_nodes_that_get_a_key_in_the_same_moment_make_one_guest() throws Exception {
        HandClock clock = new HandClock().atNow();
        List<GuestStarts> both = List.of(node(clock), node(clock));
        AtomicInteger turn = new AtomicInteger();
        String key = "browser " + Secrets.next();
        List<UUID> sessions = Together.call(50, () -> both.get(turn.getAndIncrement() % 2)
                .begin(key, DEVICE)
                .orElseThrow()
                .person()
                .sessionId());
        assertThat(sessions.stream().distinct()).hasSize(1);
        assertThat(newPeople()).isEqualTo(1);
        assertThat(rows("account.refresh_token where session_id = '" + sessions.getFirst() + "'"))
                .as("refresh tokens")
                .isEqualTo(1);
    }

    private GuestStarts node(HandClock clock) {
        TestNode node = nodes.node(clock);
        return new GuestStarts(
                jdbi,
                node.sessions(),
                new SessionRows(jdbi, clock, config),
                new SessionTokens(node.tokens(), config, clock),
                seal,
                config,
                clock);
    }

    @Test
    void an_answer_that_got_lost_is_given_again() {
        String key = key();
        TestBrowser lost = with(key);
        String attempt = once(lost, START).location();
        TestBrowser again = with(key);
        assertThat(once(again, START).location()).isEqualTo(attempt);
        assertThat(again.get(attempt + "/review").status()).isEqualTo(200);
        assertThat(TestPeople.idOf(again)).isEqualTo(TestPeople.idOf(lost));
    }

    @Test
    void different_strangers_stay_apart() throws Exception {
        List<String> led = Together.call(20, () -> new TestBrowser().post(START).location());
        assertThat(led.stream().distinct()).hasSize(20);
        assertThat(newPeople()).isEqualTo(20);
    }

    @Test
    void a_key_does_nothing_for_somebody_who_is_known() {
        String key = key();
        TestBrowser guest = with(key);
        once(guest, START);
        TestBrowser known = TestPeople.learner();
        UUID person = TestPeople.idOf(known);
        known.cookie(KEY, key);
        assertThat(once(known, START).status()).isEqualTo(303);
        assertThat(TestPeople.idOf(known)).isEqualTo(person).isNotEqualTo(TestPeople.idOf(guest));
    }

    @Test
    void a_key_of_a_guest_who_is_somebody_by_now_opens_nothing() {
        String key = key();
        TestBrowser guest = with(key);
        once(guest, STEP);
        guest.post(
                "/registration", "name", "Ніна " + TestPeople.suffix(), "password", TestPeople.PASSWORD, "email", "");
        assertThat(TestPeople.idOf(guest)).isNotNull();

        TestBrowser other = with(key);
        assertThat(once(other, STEP).status()).isEqualTo(307);
        assertThat(other.cookies().get(KEY)).isNotEqualTo(key);
        assertThat(other.cookies()).hasSize(1);
    }

    @Test
    void a_key_of_a_guest_who_has_gone_opens_nothing() {
        String key = key();
        TestBrowser guest = with(key);
        once(guest, STEP);
        guest.post("/sign-out");
        assertThat(once(with(key), STEP).status()).isEqualTo(307);
    }

    @Test
    void a_key_is_worth_nothing_after_five_minutes() {
        HandClock clock = new HandClock().atNow();
        GuestKeys keys = new GuestKeys(seal, config, clock);
        String unused = keys.next().getValue();
        assertThat(keys.ofBrowser(unused)).isPresent();
        GuestStarts starts = node(clock);
        String key = keys.ofBrowser(unused).orElseThrow();
        assertThat(starts.begin(key, DEVICE)).isPresent();

        clock.forward(Duration.ofMinutes(4));
        assertThat(starts.begin(key, DEVICE)).isPresent();
        clock.forward(Duration.ofMinutes(1));
        assertThat(keys.ofBrowser(unused)).isEmpty();
        assertThat(starts.begin(key, DEVICE)).isEmpty();
        assertThat(newPeople()).isEqualTo(1);
    }

    @Test
    void a_key_that_we_did_not_make_is_none() {
        String key = key();
        String mine = Secrets.next() + key.substring(43);
        String later = key.replaceFirst("\\.\\d+\\.", ".99999999999.");
        for (String made : List.of("", "1", mine, later, Secrets.next())) {
            TestBrowser browser = with(made);
            assertThat(once(browser, START).status()).as(made).isEqualTo(307);
            assertThat(browser.cookies().get(KEY)).isNotEqualTo(made);
        }
        assertThat(newPeople()).isZero();
        assertThat(once(new TestBrowser(), START + "?key=" + key).status()).isEqualTo(307);
        assertThat(new TestBrowser()
                        .header("Sec-Fetch-Site", "cross-site")
                        .cookie(KEY, key)
                        .post(START)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_database_knows_a_key_by_its_hash_only() {
        String key = key();
        once(with(key), STEP);
        String secret = HexFormat.of().formatHex(key.substring(0, 20).getBytes(StandardCharsets.US_ASCII));
        List<String> kept = jdbi.withHandle(handle -> handle.createQuery(
                        "select encode(start_key, 'hex') from account.session where start_key is not null")
                .mapTo(String.class)
                .list());
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void a_browser_that_keeps_no_cookies_is_told_and_not_sent_round_for_ever() {
        TestBrowser.Answer told = once(new TestBrowser(), START + "?key=sent");
        assertThat(told.status()).isEqualTo(403);
        assertThat(told.page().select("h1").text()).isEqualTo("Браузер не дозволив Стежці вас запам’ятати");
        assertThat(newPeople()).isZero();
    }

    @Test
    void what_was_typed_comes_along_when_it_is_sent_again() {
        String check = "/courses/internet-safety/lessons/bank-call/steps/2";
        assertThat(new TestBrowser().post(STEP, "a", "b").location()).isEqualTo(check);
    }

    @Test
    void a_program_brings_a_key_of_its_own() throws Exception {
        String key = UUID.randomUUID().toString();
        List<String> told = Together.call(50, () -> {
            TestBrowser program = new TestBrowser().without("Sec-Fetch-Site").header("Idempotency-Key", key);
            TestBrowser.Answer answer = program.sendJson("POST", PROGRAM, Map.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().get("id").asText();
        });
        assertThat(told.stream().distinct()).hasSize(1);
        assertThat(newPeople()).isEqualTo(1);
        assertThat(newAttempts()).isEqualTo(1);
    }

    @Test
    void a_program_without_a_key_or_with_one_that_is_no_secret_is_somebody_new_each_time() {
        for (String key : List.of("", "1", "start")) {
            TestBrowser program = new TestBrowser().header("Idempotency-Key", key);
            assertThat(program.sendJson("POST", PROGRAM, Map.of()).status()).isEqualTo(200);
        }
        assertThat(newPeople()).isEqualTo(3);
    }
}
