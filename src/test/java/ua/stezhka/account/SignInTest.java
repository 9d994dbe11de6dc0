package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignInTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Throttle throttle;

    @Test
    void an_account_needs_a_name_and_a_password_only() {
        TestBrowser browser = TestPeople.learner();
        assertThat(browser.get("/api/v1/me").json().get("registered").asBoolean())
                .isTrue();
    }

    @Test
    void the_cookie_is_for_this_host_only_and_no_script_reads_it() {
        var answer = new TestBrowser()
                .post("/registration", "name", "Ганна " + TestPeople.suffix(), "password", TestPeople.PASSWORD);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-stezhka=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void the_name_is_recognised_whatever_its_case_spaces_and_apostrophe() {
        String name = "Дар’я Пʼятенко " + TestPeople.suffix();
        TestPeople.register(name);
        var answer = new TestBrowser()
                .post(
                        "/sign-in",
                        "login",
                        "  " + name.toLowerCase().replace('’', '\''),
                        "password",
                        TestPeople.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        String name = "Іван " + TestPeople.suffix();
        TestPeople.register(name);
        var wrong = new TestBrowser().post("/sign-in", "login", name, "password", "зовсім інший пароль");
        var unknown = new TestBrowser().post("/sign-in", "login", name + "х", "password", "зовсім інший пароль");
        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.page().select("[data-errors]").text())
                .isNotEmpty()
                .isEqualTo(unknown.page().select("[data-errors]").text());
    }

    @Test
    void guessing_gets_slower_at_every_door() {
        String name = "Марко " + TestPeople.suffix();
        TestPeople.register(name);
        TestBrowser guesser = new TestBrowser();
        assertThat(guesser.post("/sign-in", "login", name, "password", "вгадую").status())
                .isEqualTo(422);
        for (int tries = 0; tries < 14; tries++) {
            throttle.failed(LoginName.key(name), "127.0.0.1");
        }
        assertThat(guesser.post("/sign-in", "login", name, "password", "вгадую").status())
                .isEqualTo(429);
        var waiting = guesser.sendJson("POST", "/api/v1/sessions", new SignInTry(name, TestPeople.PASSWORD));
        assertThat(waiting.status()).as("every door counts together").isEqualTo(429);
        assertThat(Integer.parseInt(waiting.header("Retry-After"))).isPositive();
    }

    @Test
    void a_class_behind_one_address_signs_in_at_once() {
        String[] names = new String[12];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Учень " + TestPeople.suffix();
            TestPeople.register(names[i]);
        }
        for (String name : names) {
            assertThat(new TestBrowser()
                            .post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_the_cookie() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser thief = new TestBrowser();
        browser.cookies().forEach(thief::cookie);
        assertThat(thief.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out").header("Clear-Site-Data")).contains("storage");
        assertThat(browser.cookies()).doesNotContainKey("__Host-stezhka");
        assertThat(thief.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void signing_in_begins_a_new_session() {
        String name = "Тарас " + TestPeople.suffix();
        TestBrowser first = TestPeople.register(name);
        TestBrowser second = new TestBrowser();
        second.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(second.cookies().get("__Host-stezhka"))
                .isNotEqualTo(first.cookies().get("__Host-stezhka"));
    }

    @Test
    void changing_the_password_ends_the_other_sessions() {
        String name = "Соломія " + TestPeople.suffix();
        TestBrowser here = TestPeople.register(name);
        TestBrowser there = new TestBrowser();
        there.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(here.post("/settings/password", "current", "не той пароль", "password", "новий довгий пароль")
                        .status())
                .isEqualTo(422);
        assertThat(here.post("/settings/password", "current", TestPeople.PASSWORD, "password", "новий довгий пароль")
                        .status())
                .isEqualTo(303);
        assertThat(there.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "password", "qwertyuiop", "стежка2026", "хмельницький1", "аааааааааа", "1234567"})
    void passwords_that_guessers_try_first_are_refused(String password) {
        var answer =
                new TestBrowser().post("/registration", "name", "Ніна " + TestPeople.suffix(), "password", password);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#password-error").text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ліс річка міст сад", "🌳🌲🌴🌵🌿🍀🍁🍂", "  пробіли по краях  "})
    void any_characters_make_a_password_and_each_of_them_counts(String password) {
        String name = "Юрій " + TestPeople.suffix();
        assertThat(new TestBrowser()
                        .post("/registration", "name", name, "password", password)
                        .status())
                .isEqualTo(303);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", name, "password", password + "!")
                        .status())
                .isEqualTo(422);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", name, "password", password)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_password_of_128_characters_is_not_cut() {
        String name = "Ольга " + TestPeople.suffix();
        String password = "слово-".repeat(21) + "ау";
        assertThat(password).hasSize(128);
        assertThat(new TestBrowser()
                        .post("/registration", "name", name, "password", password)
                        .status())
                .isEqualTo(303);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", name, "password", password.substring(0, 127) + "х")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void passwords_are_kept_as_argon2id() {
        TestPeople.learner();
        List<String> hashes = jdbi.withHandle(handle -> handle.createQuery("select hash from account.password")
                .mapTo(String.class)
                .list());
        assertThat(hashes).isNotEmpty().allMatch(hash -> hash.startsWith(TestPeople.HASH));
    }

    @Test
    void a_taken_name_asks_for_another_name_to_sign_in_with_and_loses_nothing_typed() {
        String name = "Петро " + TestPeople.suffix();
        TestPeople.register(name);
        var again = new TestBrowser()
                .post("/registration", "name", name, "password", TestPeople.PASSWORD, "email", "petro@example.com");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#loginName")).hasSize(1);
        assertThat(again.page().select("#email").val()).isEqualTo("petro@example.com");
        assertThat(again.page().select("[data-errors] a").attr("href")).isEqualTo("#loginName");
    }

    record SignInTry(String login, String password) {}

    @Test
    void a_change_of_password_tells_each_fault_once_beside_its_field() {
        TestBrowser browser = TestPeople.learner();
        var empty = browser.post("/settings/password", "current", "", "password", "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("[data-errors] a").eachText())
                .containsExactly("Введіть пароль", "Придумайте пароль, у якому щонайменше 8 знаків");

        var wrong = browser.post("/settings/password", "current", "не той пароль", "password", "новий довгий пароль");
        assertThat(wrong.page().select("[data-errors] a").eachText())
                .containsExactly("Пароль не підходить. Перевірте мову клавіатури й великі літери");
        assertThat(wrong.page().select(".error-text")).hasSize(1);
        assertThat(wrong.page().select("#current-error")).hasSize(1);
    }
}
