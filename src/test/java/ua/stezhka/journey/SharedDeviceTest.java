package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** Signing out on a device that others use too: what waits is sent or explained, and afterwards nothing is kept. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedDeviceTest {
    private static final String SAVES = "**/responses/*";
    private static final String KEPT = """
            async () => [...(await indexedDB.databases()).map(each => each.name),
                         ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()""";

    @Inject
    Jdbi jdbi;

    private static Visit inTheMiddle() {
        String name = "Кіра Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        Visit visit = Visit.on(Screen.PHONE);
        visit.signIn(name);
        Choice.open(visit);
        return visit;
    }

    /** Answers while no save gets through, and goes to the settings. */
    private static void answerInVain(Visit visit) {
        visit.block(SAVES, true);
        Choice.tap(visit.page, 1);
        Choice.waitFor(visit.page, "waiting");
        visit.open("/settings");
    }

    /** Answers the form itself: what the browser does by order of the server is not looked at here. */
    private static void withoutOrderToForget(Visit visit) {
        visit.page.route(
                "**/sign-out",
                route -> route.fulfill(
                        new Route.FulfillOptions().setStatus(303).setHeaders(Map.of("Location", "/signed-out"))));
    }

    private static Locator signOut(Visit visit) {
        return visit.page.locator("form[data-sign-out] button");
    }

    private static Locator waiting(Visit visit) {
        return visit.page.locator("[data-sign-out-waiting]");
    }

    private static Object kept(Visit visit) {
        return visit.page.evaluate(KEPT);
    }

    private int answersOf(String attempt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from quiz.response where attempt_id = cast(:attempt as uuid)")
                .bind("attempt", attempt)
                .mapTo(Integer.class)
                .one());
    }

    private static String attempt(Visit visit) {
        return visit.path().replaceAll("/attempts/([^/]+)/.*", "$1");
    }

    private static void assertOut(Visit visit) {
        org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/signed-out");
        org.assertj.core.api.Assertions.assertThat(kept(visit)).isEqualTo("");
        org.assertj.core.api.Assertions.assertThat(
                        visit.ask("GET", "/api/v1/me").status())
                .isEqualTo(401);
    }

    @Test
    void nothing_is_kept_after_signing_out() {
        try (Visit visit = inTheMiddle()) {
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "saved");
            visit.open("/settings");
            visit.page.evaluate("() => { localStorage.setItem('a', '1'); sessionStorage.setItem('b', '1') }");
            org.assertj.core.api.Assertions.assertThat(kept(visit)).isEqualTo("stezhka,a,b");
            withoutOrderToForget(visit);
            visit.press(signOut(visit));
            assertOut(visit);
        }
    }

    @Test
    void what_waits_is_sent_first() {
        try (Visit visit = inTheMiddle()) {
            String attempt = attempt(visit);
            answerInVain(visit);
            visit.block(SAVES, false);
            visit.press(signOut(visit));
            assertOut(visit);
            org.assertj.core.api.Assertions.assertThat(answersOf(attempt)).isEqualTo(1);
        }
    }

    @Test
    void what_cannot_be_sent_is_told_and_the_person_chooses() {
        try (Visit visit = inTheMiddle()) {
            String attempt = attempt(visit);
            answerInVain(visit);
            signOut(visit).click();
            assertThat(waiting(visit)).containsText("1 відповідь ще не надіслано");
            assertThat(waiting(visit)).isFocused();
            visit.blame(Look.closely(visit.page, "answers wait at the way out"));
            visit.look();
            visit.page.locator("[data-stay]").click();
            assertThat(waiting(visit)).isHidden();
            assertThat(signOut(visit)).isFocused();
            org.assertj.core.api.Assertions.assertThat(
                            visit.ask("GET", "/api/v1/me").status())
                    .isEqualTo(200);

            signOut(visit).click();
            withoutOrderToForget(visit);
            visit.press("[data-leave]");
            assertOut(visit);
            org.assertj.core.api.Assertions.assertThat(answersOf(attempt)).isZero();
        }
    }

    @Test
    void without_network_nobody_is_signed_out_and_nothing_is_forgotten() {
        try (Visit visit = inTheMiddle()) {
            String attempt = attempt(visit);
            answerInVain(visit);
            visit.cut(true);
            signOut(visit).click();
            visit.page.locator("[data-leave]").click();
            assertThat(waiting(visit)).containsText("Зв’язку немає");
            org.assertj.core.api.Assertions.assertThat(kept(visit)).isEqualTo("stezhka");
            visit.block(SAVES, false);
            visit.cut(false);
            visit.press(signOut(visit));
            assertOut(visit);
            org.assertj.core.api.Assertions.assertThat(answersOf(attempt)).isEqualTo(1);
        }
    }

    @Test
    void without_script_signing_out_works_as_ever() {
        String name = "Олесь Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            visit.page.navigate(ua.stezhka.platform.TestBrowser.base() + "/sign-in");
            visit.page.locator("#login").fill(name);
            visit.page.locator("#password").fill(TestPeople.PASSWORD);
            visit.page.locator("main form .btn:not(.btn--ghost)").click();
            visit.page.navigate(ua.stezhka.platform.TestBrowser.base() + "/settings");
            assertThat(waiting(visit)).isHidden();
            signOut(visit).click();
            visit.page.waitForURL("**/signed-out");
            org.assertj.core.api.Assertions.assertThat(
                            visit.ask("GET", "/api/v1/me").status())
                    .isEqualTo(401);
        }
    }
}
