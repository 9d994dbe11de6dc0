package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** A session that ends in the middle of an attempt: the person signs in again on the same page and nothing is lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignInAgainTest {
    @Inject
    Jdbi jdbi;

    private static String person() {
        String name = "Дарина Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        return name;
    }

    /** Somebody in the middle of an attempt, with one answer saved. */
    private static Visit inTheMiddle(String name) {
        Visit visit = Visit.on(Screen.PHONE);
        visit.expect(401);
        visit.signIn(name);
        Choice.open(visit);
        Choice.tap(visit.page, 0);
        Choice.waitFor(visit.page, "saved");
        visit.page.evaluate("() => { window.stayed = true }");
        return visit;
    }

    private void endSessions(Visit visit) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update account.session set ended_at = now()
                        where person_id = (select person_id from quiz.attempt where id = cast(:attempt as uuid))""").bind("attempt", attempt(visit)).execute());
        TestPeople.forgetSessions();
    }

    private static String attempt(Visit visit) {
        return visit.path().replaceAll("/attempts/([^/]+)/.*", "$1");
    }

    private String savedAnswers(Visit visit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select string_agg(answer->>'option', ' ' order by id) from quiz.attempt_event"
                                + " where attempt_id = cast(:attempt as uuid) and kind = 'save'")
                .bind("attempt", attempt(visit))
                .mapTo(String.class)
                .one());
    }

    private static Locator again(Visit visit) {
        return visit.page.locator("[data-sign-in-again]");
    }

    private static Locator fault(Visit visit) {
        return again(visit).locator("[role=alert]");
    }

    private static void signIn(Visit visit, String name, String password) {
        visit.page.locator("#login").fill(name);
        visit.page.locator("#password").fill(password);
        again(visit).locator("button:not([type=button])").click();
    }

    private static void assertSavedInPlace(Visit visit, String address, Locator answer) {
        Choice.waitFor(visit.page, "saved");
        assertThat(again(visit)).isHidden();
        org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo(address);
        org.assertj.core.api.Assertions.assertThat(visit.page.evaluate("() => window.stayed"))
                .as("the page was never left")
                .isEqualTo(true);
        visit.page.reload();
        assertThat(answer).isChecked();
    }

    @Test
    void answers_go_out_when_the_person_has_signed_in_again_on_the_page() {
        String name = person();
        try (Visit visit = inTheMiddle(name)) {
            String address = visit.path();
            endSessions(visit);
            assertThat(again(visit)).isHidden();
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            assertThat(visit.page.locator("#password")).isFocused();
            assertThat(visit.page.locator("#login")).hasValue(name);
            Locator unknown = visit.page.locator("[data-unknown]");
            unknown.evaluate("it => it.labels[0].click()");
            visit.page.locator("main button[name=go][value=next]").click();
            assertThat(visit.page.locator("#password")).isFocused();
            visit.blame(Look.closely(visit.page, "sign in again"));
            visit.look();

            signIn(visit, name, "не той пароль");
            assertThat(fault(visit)).containsText("не підходить");
            assertThat(visit.page.locator("#password")).isFocused();
            assertThat(unknown).isChecked();
            visit.blame(Look.closely(visit.page, "sign in again refused"));

            signIn(visit, name, TestPeople.PASSWORD);
            assertSavedInPlace(visit, address, unknown);
        }
    }

    @Test
    void who_has_a_second_factor_gives_it_and_comes_back_to_the_question() {
        String name = person();
        try (Visit visit = inTheMiddle(name)) {
            visit.expect(403);
            String address = visit.path();
            TestPeople.giveApp(jdbi.withHandle(
                    handle -> handle.createQuery("select person_id from quiz.attempt where id = cast(:attempt as uuid)")
                            .bind("attempt", attempt(visit))
                            .mapTo(UUID.class)
                            .one()));
            endSessions(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            signIn(visit, name, TestPeople.PASSWORD);
            visit.page.waitForURL("**/sign-in/second-factor?next=**");
            visit.page.locator("#code").fill(TestPeople.code());
            visit.press("main form .btn:not(.btn--ghost):not(.btn--quiet)");
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo(address);
            Choice.waitFor(visit.page, "saved");
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }

    @Test
    void another_person_is_not_let_in_and_sends_nothing() {
        String name = person();
        String other = person();
        try (Visit visit = inTheMiddle(name)) {
            String address = visit.path();
            String before = savedAnswers(visit);
            endSessions(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            signIn(visit, other, TestPeople.PASSWORD);
            assertThat(fault(visit)).containsText("іншої людини");
            Choice.waitFor(visit.page, "signin");
            org.assertj.core.api.Assertions.assertThat(
                            visit.ask("GET", "/api/v1/me").status())
                    .isEqualTo(401);
            org.assertj.core.api.Assertions.assertThat(savedAnswers(visit)).isEqualTo(before);
            signIn(visit, name, TestPeople.PASSWORD);
            assertSavedInPlace(visit, address, Choice.at(visit.page, 1));
        }
    }

    @Test
    void an_answer_is_not_sent_as_the_person_who_signed_in_meanwhile() {
        String name = person();
        String other = person();
        try (Visit visit = inTheMiddle(name)) {
            String address = visit.path();
            Page first = visit.page;
            endSessions(visit);
            visit.page = visit.another();
            visit.signIn(other);
            visit.page.close();
            visit.page = first;
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            signIn(visit, name, TestPeople.PASSWORD);
            assertSavedInPlace(visit, address, Choice.at(visit.page, 1));
        }
    }

    @Test
    void who_has_to_wait_learns_until_when() {
        String name = person();
        try (Visit visit = inTheMiddle(name)) {
            visit.expect(429);
            String address = visit.path();
            endSessions(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            visit.page.route(
                    "**/api/v1/sessions",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setContentType("application/problem+json")
                            .setHeaders(Map.of("Retry-After", "120"))
                            .setBody("{}")));
            signIn(visit, name, TestPeople.PASSWORD);
            assertThat(fault(visit)).containsText(Pattern.compile("знову о \\d\\d:\\d\\d"));
            visit.page.unroute("**/api/v1/sessions");
            signIn(visit, name, TestPeople.PASSWORD);
            assertSavedInPlace(visit, address, Choice.at(visit.page, 1));
        }
    }

    @Test
    void who_has_not_typed_everything_is_told_what_is_missing() {
        String name = person();
        try (Visit visit = inTheMiddle(name)) {
            endSessions(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            signIn(visit, "", "");
            assertThat(fault(visit)).containsText("Введіть ім’я");
            assertThat(visit.page.locator("#login")).isFocused();
            signIn(visit, name, "");
            assertThat(fault(visit)).containsText("Введіть пароль");
            assertThat(visit.page.locator("#password")).isFocused();
        }
    }

    @Test
    void a_guest_whom_the_device_has_forgotten_is_told_the_truth() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.expect(401);
            Choice.open(visit);
            endSessions(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "signin");
            assertThat(visit.page.locator("[data-save-state]")).containsText("не пам’ятає");
            assertThat(visit.page.locator("[data-signin] a")).isVisible();
            org.assertj.core.api.Assertions.assertThat(again(visit).count()).isZero();
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }

    @Test
    void a_page_of_the_wireless_network_is_no_receipt() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            visit.page.route(
                    "**/responses/*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("text/html")
                            .setBody("<!doctype html><title>Wi-Fi</title><p>Прийміть умови.")));
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            visit.page.unroute("**/responses/*");
            visit.page.evaluate("() => window.dispatchEvent(new Event('focus'))");
            Choice.waitFor(visit.page, "saved");
        }
    }
}
