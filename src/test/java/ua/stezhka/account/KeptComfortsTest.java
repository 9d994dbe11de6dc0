package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Comfort settings travel with the person to any computer. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptComfortsTest {
    private static final String COOKIE = "stezhka-comfort";

    private static Element html(TestBrowser browser) {
        return browser.get("/courses").page().select("html").first();
    }

    private static TestBrowser signIn(TestBrowser browser, String name) {
        assertThat(browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        return browser;
    }

    @Test
    void what_a_person_chose_comes_back_at_another_computer() {
        String name = "Оксана Приклад " + TestPeople.suffix();
        TestBrowser home = TestPeople.register(name);
        home.post("/comfort", "text", "150", "theme", "contrast", "calm", "on", "pace", "slow", "lang", "en");
        TestBrowser library = signIn(new TestBrowser(), name);
        Element html = html(library);
        assertThat(html.attr("data-text")).isEqualTo("150");
        assertThat(html.attr("data-theme")).isEqualTo("contrast");
        assertThat(html.attr("data-calm")).isEqualTo("on");
        assertThat(html.attr("data-pace")).isEqualTo("slow");
        assertThat(html.attr("lang")).isEqualTo("en");
    }

    @Test
    void what_a_guest_chose_stays_with_the_account() {
        TestBrowser browser = new TestBrowser();
        browser.post("/comfort", "text", "200");
        String name = "Гнат Приклад " + TestPeople.suffix();
        assertThat(browser.post("/registration", "name", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(html(signIn(new TestBrowser(), name)).attr("data-text")).isEqualTo("200");
    }

    @Test
    void a_guest_who_signs_in_brings_the_choice_to_who_never_chose() {
        String name = "Клим Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        TestBrowser guest = new TestBrowser();
        guest.post("/courses/internet-safety/quiz/attempts");
        guest.post("/comfort", "text", "125");
        signIn(guest, name);
        assertThat(html(signIn(new TestBrowser(), name)).attr("data-text")).isEqualTo("125");
    }

    @Test
    void what_the_person_chose_counts_more_than_what_a_browser_shows() {
        String name = "Лариса Приклад " + TestPeople.suffix();
        TestPeople.register(name).post("/comfort", "text", "150");
        TestBrowser other = new TestBrowser();
        other.post("/comfort", "text", "100", "theme", "dark");
        signIn(other, name);
        assertThat(html(other).attr("data-text")).isEqualTo("150");
        assertThat(html(other).hasAttr("data-theme")).isFalse();
    }

    @Test
    void nobody_gets_the_choice_of_another_person() {
        TestPeople.register("Панас Приклад " + TestPeople.suffix()).post("/comfort", "text", "200");
        TestBrowser other = TestPeople.learner();
        assertThat(html(other).attr("data-text")).isEqualTo("100");
        assertThat(other.cookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void pages_cost_no_statement_more_for_it() {
        TestBrowser plain = TestPeople.learner();
        TestBrowser chosen = TestPeople.learner();
        chosen.post("/comfort", "text", "150");
        plain.get("/help");
        chosen.get("/help");
        // A session is read once a second; here both are read anew.
        TestPeople.forgetSessions();
        int usual = plain.get("/help").statements();
        TestPeople.forgetSessions();
        assertThat(chosen.get("/help").statements()).isEqualTo(usual);
    }
}
