package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A session that ends while somebody writes costs nothing of what was written. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptFormTest {
    private static final String COOKIE = "__Host-stezhka-form";

    @Inject
    Sessions sessions;

    private static String signIn(TestBrowser browser, String name) {
        return browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD, "next", "/continue")
                .location();
    }

    private TestBrowser signedOutWhileWriting(String name, String typed) {
        TestBrowser browser = TestPeople.register(name);
        UUID person = TestPeople.idOf(browser);
        sessions.endAll(person, null);
        TestBrowser.Answer refused = browser.post("/settings/name", "name", typed);
        assertThat(refused.status()).isEqualTo(401);
        return browser;
    }

    @Test
    void who_signs_in_again_finds_the_form_as_it_was_filled_in() {
        String name = "Ніна Приклад " + TestPeople.suffix();
        String typed = "Ніна Приклад-Нова з «лапками» & <кутами> " + TestPeople.suffix();
        TestBrowser browser = signedOutWhileWriting(name, typed);
        assertThat(browser.cookies()).containsKey(COOKIE);

        assertThat(signIn(browser, name)).isEqualTo("/continue");
        var page = browser.get("/continue").page();
        assertThat(page.select("main form").attr("action")).isEqualTo("/settings/name");
        assertThat(page.select("main form input[name=name]").val()).isEqualTo(typed);
        assertThat(page.select("main blockquote").text()).isEqualTo(typed);
        assertThat(browser.post("/settings/name", "name", typed).status()).isEqualTo(303);
    }

    @Test
    void the_page_of_the_refusal_says_that_nothing_is_lost_and_leads_there() {
        TestBrowser browser = TestPeople.register("Ніна Приклад " + TestPeople.suffix());
        sessions.endAll(TestPeople.idOf(browser), null);
        var page = browser.post("/settings/name", "name", "Ніна").page();

        assertThat(page.select("main a.btn").first().attr("href")).isEqualTo("/sign-in?next=%2Fcontinue");
        assertThat(page.text()).contains("збережено в цьому браузері");
    }

    @Test
    void somebody_else_who_signs_in_there_sees_nothing_of_it() {
        TestBrowser browser = signedOutWhileWriting("Ніна Приклад " + TestPeople.suffix(), "таємна думка Ніни");
        String other = "Ігор Приклад " + TestPeople.suffix();
        TestPeople.register(other);

        signIn(browser, other);
        TestBrowser.Answer answer = browser.get("/continue");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/my");
        assertThat(answer.body()).doesNotContain("таємна");
    }

    @Test
    void what_holds_a_secret_is_not_kept() {
        TestBrowser browser = TestPeople.learner();
        sessions.endAll(TestPeople.idOf(browser), null);
        browser.post("/settings/password", "current", TestPeople.PASSWORD, "password", "ще один довгий пароль");

        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void a_kept_form_that_somebody_changed_opens_nothing() {
        String name = "Ніна Приклад " + TestPeople.suffix();
        TestBrowser browser = signedOutWhileWriting(name, "Ніна");
        String kept = browser.cookies().get(COOKIE);
        signIn(browser, name);

        for (String forged : new String[] {"", "AAAA", "!", kept.substring(0, 20), 'A' + kept.substring(1) + 'A'}) {
            browser.cookie(COOKIE, forged);
            assertThat(browser.get("/continue").status()).as(forged).isEqualTo(303);
        }
    }

    @Test
    void a_page_that_asks_to_sign_in_leads_back_to_itself() {
        var page = new TestBrowser().get("/settings?saved=name").page();

        assertThat(page.select("main a.btn").first().attr("href"))
                .isEqualTo("/sign-in?next=%2Fsettings%3Fsaved%3Dname");
    }
}
