package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** A link in a letter lets its reader in, once and soon, and nobody else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class LinkSignInTest {
    private static final String NEW_PASSWORD = "новий довгий пароль";

    @Inject
    Jdbi jdbi;

    @Inject
    Throttle throttle;

    @Inject
    PlatformConfig config;

    private TestPost post;

    @BeforeEach
    void open() {
        post = TestPost.open();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private String secret(EmailPeople person) {
        assertThat(new TestBrowser()
                        .post("/sign-in/link", "email", person.email())
                        .location())
                .isEqualTo("/sign-in/link/sent");
        return post.secret(person.email());
    }

    private static TestBrowser.Answer enter(TestBrowser browser, String secret) {
        return browser.post("/sign-in/link/open", "secret", secret);
    }

    private static boolean registered(TestBrowser browser) {
        TestBrowser.Answer me = browser.get("/api/v1/me");
        return me.status() == 200 && me.json().get("registered").asBoolean();
    }

    private EmailLinks later(Duration time) {
        return new EmailLinks(jdbi, Clock.offset(Clock.systemUTC(), time), config);
    }

    private static boolean lives(EmailLinks links, String secret) {
        return links.lives(secret, EmailLinks.Purpose.SIGN_IN);
    }

    @Test
    void a_link_lets_in_once_and_looking_at_it_does_not_use_it_up() {
        EmailPeople person = EmailPeople.confirmed(post);
        String secret = secret(person);
        for (int looks = 0; looks < 3; looks++) {
            TestBrowser scanner = new TestBrowser();
            TestBrowser.Answer page = scanner.get("/sign-in/link/open?secret=" + secret);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(scanner.cookies()).isEmpty();
        }
        TestBrowser reader = new TestBrowser();
        assertThat(enter(reader, secret).location()).isEqualTo("/my");
        assertThat(TestPeople.idOf(reader)).isEqualTo(TestPeople.idOf(person.browser()));
        assertThat(way(reader)).isEqualTo("link");
        assertThat(enter(new TestBrowser(), secret).status()).isEqualTo(404);
        assertThat(new TestBrowser().get("/sign-in/link/open?secret=" + secret).status())
                .isEqualTo(404);
    }

    private String way(TestBrowser browser) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select way from account.session where person_id = :id order by started_at desc limit 1")
                .bind("id", TestPeople.idOf(browser))
                .mapTo(String.class)
                .one());
    }

    @Test
    void a_link_has_256_random_bits_and_stands_in_no_table() {
        EmailPeople person = EmailPeople.confirmed(post);
        String secret = secret(person);
        assertThat(java.util.Base64.getUrlDecoder().decode(secret)).hasSize(32);
        for (String table : List.of("platform.letter", "account.email_link")) {
            List<String> rows = jdbi.withHandle(handle -> handle.createQuery("select t::text from " + table + " t")
                    .mapTo(String.class)
                    .list());
            assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
        }
    }

    @Test
    void a_link_lives_half_an_hour() {
        String secret = secret(EmailPeople.confirmed(post));
        assertThat(lives(later(Duration.ofMinutes(29)), secret)).isTrue();
        assertThat(lives(later(Duration.ofMinutes(30)), secret)).isFalse();
        assertThat(later(Duration.ofMinutes(30)).use(secret, EmailLinks.Purpose.SIGN_IN))
                .isEmpty();
    }

    @Test
    void a_change_of_password_ends_links_also_those_whose_letter_has_not_left_yet() {
        EmailPeople person = EmailPeople.confirmed(post);
        String secret = secret(person);
        TestPost.forget();
        new TestBrowser().post("/sign-in/link", "email", person.email());
        assertThat(person.browser()
                        .post("/settings/password", "current", TestPeople.PASSWORD, "password", NEW_PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(enter(new TestBrowser(), secret).status()).isEqualTo(404);
        int before = post.letters(person.email()).size();
        post.deliver();
        assertThat(post.letters(person.email())
                        .subList(before, post.letters(person.email()).size()))
                .extracting(TestPost::subject)
                .containsExactly("Пароль до «Стежки» змінено");
    }

    @Test
    void a_blocked_person_gets_no_link_and_an_older_one_opens_nothing() {
        EmailPeople person = EmailPeople.confirmed(post);
        String secret = secret(person);
        TestPost.forget();
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set blocked_at = now() where id = :id")
                .bind("id", TestPeople.idOf(person.browser()))
                .execute());
        assertThat(enter(new TestBrowser(), secret).status()).isEqualTo(404);
        int before = post.letters(person.email()).size();
        new TestBrowser().post("/sign-in/link", "email", person.email());
        post.deliver();
        assertThat(post.letters(person.email())).hasSize(before);
    }

    @Test
    void an_address_that_is_not_confirmed_gets_no_link() {
        EmailPeople person = EmailPeople.unconfirmed();
        post.deliver();
        int before = post.letters(person.email()).size();
        new TestBrowser().post("/sign-in/link", "email", person.email());
        post.deliver();
        assertThat(post.letters(person.email())).hasSize(before);
    }

    @Test
    void two_presses_are_one_letter() {
        EmailPeople person = EmailPeople.confirmed(post);
        int before = post.letters(person.email()).size();
        // Both presses lie in the same minute but for the rare turn of it, and then there are two letters at most.
        new TestBrowser().post("/sign-in/link", "email", person.email());
        new TestBrowser().post("/sign-in/link", "email", person.email());
        post.deliver();
        assertThat(post.letters(person.email()).size() - before).isBetween(1, 2);
    }

    @Test
    void who_is_locked_out_by_a_guesser_comes_in_by_a_link() {
        EmailPeople person = EmailPeople.confirmed(post);
        for (int tries = 0; tries < 100; tries++) {
            throttle.failed(LoginName.key(person.name()), "192.0.2.1");
        }
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", person.name(), "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(429);
        TestBrowser browser = new TestBrowser();
        assertThat(enter(browser, secret(person)).status()).isEqualTo(303);
        assertThat(registered(browser)).isTrue();
    }

    @Test
    void a_new_password_needs_no_old_one_by_the_link_and_ends_all_other_sessions() {
        EmailPeople person = EmailPeople.confirmed(post);
        String secret = secret(person);
        TestBrowser reader = new TestBrowser();
        TestBrowser.Answer form = reader.get("/sign-in/link/password?secret=" + secret);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("Referrer-Policy")).isEqualTo("strict-origin");
        assertThat(reader.post("/sign-in/link/password", "secret", secret, "password", "12345678")
                        .status())
                .as("a weak one is refused and the link stays good")
                .isEqualTo(422);
        assertThat(reader.post("/sign-in/link/password", "secret", secret, "password", NEW_PASSWORD)
                        .location())
                .isEqualTo("/my");
        assertThat(registered(reader)).isTrue();
        assertThat(person.browser().get("/api/v1/me").status()).isEqualTo(401);
        assertThat(signIn(person, TestPeople.PASSWORD)).isEqualTo(422);
        assertThat(signIn(person, NEW_PASSWORD)).isEqualTo(303);
        assertThat(reader.post("/sign-in/link/password", "secret", secret, "password", "ще один новий пароль")
                        .status())
                .isEqualTo(404);
        post.deliver();
        assertThat(TestPost.subject(post.letters(person.email()).getLast())).isEqualTo("Пароль до «Стежки» змінено");
    }

    private static int signIn(EmailPeople person, String password) {
        return new TestBrowser()
                .post("/sign-in", "login", person.name(), "password", password)
                .status();
    }

    @Test
    void a_link_of_a_letter_that_leaves_the_server_away_twice_works_either_way() {
        EmailPeople person = EmailPeople.confirmed(post);
        String first = secret(person);
        TestPost.forget();
        String second = secret(person);
        assertThat(second).isNotEqualTo(first);
        assertThat(enter(new TestBrowser(), first).status()).isEqualTo(303);
        assertThat(enter(new TestBrowser(), second).status()).isEqualTo(303);
    }

    @Test
    void a_guest_who_comes_in_by_a_link_keeps_what_was_done() {
        EmailPeople person = EmailPeople.confirmed(post);
        TestBrowser guest = new TestBrowser();
        guest.post("/courses/internet-safety/lessons/bank-call/steps/1/completion");
        assertThat(enter(guest, secret(person)).status()).isEqualTo(303);
        assertThat(guest.get("/api/v1/progress").body()).contains("internet-safety");
    }

    @Test
    void a_cookie_out_of_date_is_no_hindrance() {
        EmailPeople person = EmailPeople.confirmed(post);
        TestBrowser old = new TestBrowser();
        person.browser().cookies().forEach(old::cookie);
        person.browser().post("/sign-out");
        String secret = secret(person);
        assertThat(old.get("/sign-in/link/open?secret=" + secret).status()).isEqualTo(200);
        assertThat(enter(old, secret).status()).isEqualTo(303);
    }

    @Test
    void the_sign_in_page_offers_the_link() {
        assertThat(new TestBrowser().get("/sign-in").page().select("main a[href='/sign-in/link']"))
                .hasSize(1);
    }
}
