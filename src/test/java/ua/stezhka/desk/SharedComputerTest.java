package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A browser that many people use: marked by an operator, and clean for each of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedComputerTest {
    private static final String SESSION = "__Host-stezhka";
    private static final String MARK = "__Host-stezhka-shared";
    private static final String CLEAN = "__Host-stezhka-clean";
    private static final String COMFORT = "stezhka-comfort";

    @Inject
    Jdbi jdbi;

    private static TestBrowser marked() {
        TestBrowser browser = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        var answer = browser.post("/shared-computer/mark", "place", "Бібліотека " + TestPeople.suffix());
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return browser;
    }

    private static String signIn(TestBrowser browser) {
        String name = "Юля Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        var answer = browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        return name;
    }

    private static List<String> cookiesOf(TestBrowser.Answer answer) {
        return answer.http().headers().allValues("Set-Cookie");
    }

    /** All sessions of this browser’s computer have been left alone long enough to be over. */
    private void timePasses() {
        jdbi.useHandle(handle -> handle.execute("""
                update account.session set expires_at = started_at where shared_computer_id is not null and ended_at is null"""));
        TestPeople.forgetSessions();
    }

    @Test
    void whoever_marks_a_computer_is_signed_out_there_and_only_the_mark_stays() {
        TestBrowser browser = marked();
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(MARK, CLEAN, COMFORT);
        assertThat(browser.get("/").page().select("header form[action='/shared-computer/clearing']"))
                .hasSize(1);
        assertThat(new TestBrowser().get("/").page().select("form[action='/shared-computer/clearing']"))
                .isEmpty();
    }

    @Test
    void the_mark_stays_for_years_and_every_other_cookie_goes_with_the_browser() {
        TestBrowser operator = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        var marking = operator.post("/shared-computer/mark");
        assertThat(cookiesOf(marking))
                .filteredOn(each -> each.startsWith(MARK))
                .allMatch(each -> each.toLowerCase(java.util.Locale.ROOT).contains("max-age=63072000"));
        String name = "Ада Приклад " + TestPeople.suffix();
        TestPeople.register(name).post("/comfort", "text", "150");
        var in = operator.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        var comfort = operator.post("/comfort", "theme", "dark");
        assertThat(cookiesOf(in))
                .anyMatch(each -> each.startsWith(SESSION + "="))
                .anyMatch(each -> each.startsWith(COMFORT));
        for (String cookie : java.util.stream.Stream.concat(cookiesOf(in).stream(), cookiesOf(comfort).stream())
                .toList()) {
            assertThat(cookie.toLowerCase(java.util.Locale.ROOT))
                    .matches(each ->
                            each.contains("max-age=0") || !each.contains("max-age") && !each.contains("expires"));
        }
    }

    @Test
    void finishing_ends_the_session_and_has_the_browser_forget_everything_but_mark_and_language() {
        TestBrowser browser = marked();
        signIn(browser);
        browser.post("/comfort", "text", "200", "lang", "en");
        browser.cookie("something-else", "of A");
        TestBrowser stolen = new TestBrowser();
        browser.cookies().forEach(stolen::cookie);
        assertThat(stolen.get("/api/v1/me").status()).isEqualTo(200);

        var answer = browser.post("/shared-computer/clearing");
        assertThat(answer.location()).isEqualTo("/?clean=yes");
        assertThat(answer.header("Clear-Site-Data")).contains("\"cache\"").contains("\"storage\"");
        assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(MARK, CLEAN, COMFORT);
        var clean = browser.get("/?clean=yes").page();
        assertThat(clean.select("html").attr("lang")).isEqualTo("en");
        assertThat(clean.select("html").attr("data-text")).isEqualTo("100");
        assertThat(clean.select("[role=status].notice").text()).isNotEmpty();
        assertThat(stolen.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_session_that_was_left_behind_shows_nothing_and_its_traces_go_with_the_next_page() {
        TestBrowser browser = marked();
        String name = signIn(browser);
        browser.post("/comfort", "text", "150");
        timePasses();
        var landing = browser.get("/");
        assertThat(landing.status()).isEqualTo(200);
        assertThat(landing.body()).doesNotContain(name);
        assertThat(landing.page().select("html").attr("data-text")).isEqualTo("100");
        assertThat(landing.header("Clear-Site-Data")).contains("\"storage\"");
        assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(MARK, CLEAN, COMFORT);
        assertThat(browser.get("/").header("Clear-Site-Data"))
                .as("once is enough")
                .isEmpty();
        assertThat(browser.get("/settings").status()).isEqualTo(401);
    }

    @Test
    void what_the_next_person_chooses_first_is_not_taken_for_something_left_behind() {
        TestBrowser restarted =
                new TestBrowser().cookie(MARK, marked().cookies().get(MARK));
        var answer = restarted.post("/comfort", "text", "200");
        assertThat(answer.header("Clear-Site-Data")).contains("\"storage\"");
        assertThat(restarted.get("/").page().select("html").attr("data-text")).isEqualTo("200");
    }

    @Test
    void a_form_of_an_ended_session_is_refused_and_all_is_cleared() {
        TestBrowser browser = marked();
        signIn(browser);
        timePasses();
        var answer = browser.post("/settings/name", "name", "Інша Людина");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Clear-Site-Data")).contains("\"storage\"");
        assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(MARK, CLEAN, COMFORT);
    }

    @Test
    void what_was_left_behind_is_no_guest_for_the_next() {
        TestBrowser browser = marked();
        browser.post("/courses/internet-safety/quiz/attempts");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        timePasses();
        assertThat(browser.post("/courses/internet-safety/quiz/attempts").status())
                .isEqualTo(401);
    }

    @Test
    void a_guest_begins_without_a_secret_and_is_asked_before_all_is_wiped() {
        TestBrowser browser = marked();
        var begun = browser.post("/courses/internet-safety/quiz/attempts");
        assertThat(begun.status()).isEqualTo(303);
        assertThat(cookiesOf(begun))
                .anyMatch(each -> each.startsWith(SESSION + "=")
                        && !each.toLowerCase(java.util.Locale.ROOT).contains("max-age"));
        assertThat(browser.post("/shared-computer/clearing").location()).isEqualTo("/shared-computer/clearing");
        assertThat(browser.get("/shared-computer/clearing").page().select("main a[href^='/registration']"))
                .hasSize(1);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.post("/shared-computer/clearing", "sure", "yes").location())
                .isEqualTo("/?clean=yes");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void the_browser_is_asked_not_to_remember_what_is_typed() {
        TestBrowser browser = marked();
        var form = browser.get("/sign-in").page();
        assertThat(form.select("main input:not([type=hidden])")).isNotEmpty().allMatch(each -> each.attr("autocomplete")
                .equals("off"));
        assertThat(new TestBrowser().get("/sign-in").page().select("#login").attr("autocomplete"))
                .isEqualTo("username");
    }

    @Test
    void what_somebody_set_up_for_now_stays_for_now() {
        String name = "Віра Приклад " + TestPeople.suffix();
        TestPeople.register(name).post("/comfort", "text", "125");
        TestBrowser browser = marked();
        browser.get("/");
        browser.post("/comfort", "text", "200");
        browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(browser.get("/courses").page().select("html").attr("data-text"))
                .isEqualTo("200");
        TestBrowser home = new TestBrowser();
        home.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(home.get("/courses").page().select("html").attr("data-text")).isEqualTo("125");
    }

    @Test
    void a_mark_is_taken_back_from_afar() {
        TestBrowser browser = marked();
        TestBrowser operator = TestPeople.administrator();
        var row = operator.get("/shared-computer").page().select("form[action$=/removal]");
        assertThat(row).isNotEmpty();
        assertThat(operator.post(row.first().attr("action")).status()).isEqualTo(303);
        assertThat(browser.get("/").page().select("form[action='/shared-computer/clearing']"))
                .isEmpty();
        assertThat(browser.cookies()).doesNotContainKey(MARK);
    }

    @Test
    void whoever_works_for_one_place_marks_and_sees_the_computers_of_that_place_only() {
        String here = "стіл " + TestPeople.suffix();
        TestBrowser operator = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.library()));
        assertThat(operator.get("/settings").page().select("a[href='/shared-computer']"))
                .hasSize(1);
        assertThat(operator.post(
                                "/shared-computer/mark",
                                "place",
                                here,
                                "scope",
                                TestCards.elsewhere().key())
                        .status())
                .as("the place of others")
                .isEqualTo(403);
        assertThat(operator.post("/shared-computer/mark", "place", here).status())
                .isEqualTo(303);

        TestBrowser other = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.elsewhere()));
        assertThat(other.get("/shared-computer").body()).doesNotContain(here);
        TestBrowser colleague = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.library()));
        String removal = colleague
                .get("/shared-computer")
                .page()
                .select("tr:contains(" + here + ") form")
                .attr("action");
        other.post(removal);
        assertThat(colleague.get("/shared-computer").body()).contains(here);
        colleague.post(removal);
        assertThat(colleague.get("/shared-computer").body()).doesNotContain(here);
    }

    @Test
    void whoever_works_for_several_places_chooses_one_of_them() {
        TestBrowser operator = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.library()));
        TestPeople.grant(TestPeople.idOf(operator), new RoleGrant(Role.DESK_OPERATOR, TestCards.elsewhere()));
        TestPeople.forgetSessions();
        assertThat(operator.get("/shared-computer").page().select("#scope option"))
                .hasSize(2);
        String place = "каса " + TestPeople.suffix();
        operator.post(
                "/shared-computer/mark",
                "place",
                place,
                "scope",
                TestCards.elsewhere().key());
        assertThat(TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.elsewhere()))
                        .get("/shared-computer")
                        .body())
                .contains(place);
        assertThat(TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, TestCards.library()))
                        .get("/shared-computer")
                        .body())
                .doesNotContain(place);
    }

    @Test
    void a_mark_of_ones_own_making_is_none() {
        TestBrowser browser = new TestBrowser().cookie(MARK, "x".repeat(43));
        assertThat(browser.get("/").page().select("form[action='/shared-computer/clearing']"))
                .isEmpty();
        assertThat(browser.cookies()).doesNotContainKey(MARK);
    }

    @Test
    void a_place_is_told_in_few_words() {
        TestBrowser operator = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        var answer = operator.post("/shared-computer/mark", "place", "я".repeat(121));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#place").val()).hasSize(121);
        assertThat(operator.get("/settings").page().select("a[href='/shared-computer']"))
                .hasSize(1);
        assertThat(TestPeople.learner().get("/settings").page().select("a[href='/shared-computer']"))
                .isEmpty();
    }
}
