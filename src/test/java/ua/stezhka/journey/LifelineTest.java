package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestLifelines;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** The browser of a library dies: whoever starts it again, with all it brings back, is nobody. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LifelineTest {
    @TempDir
    Path folder;

    @Inject
    Jdbi jdbi;

    private Lifelines lines() {
        return new Lifelines(jdbi);
    }

    private Visit marked() {
        return Lifelines.marked(Visit.in(Chromium.keeping(folder)));
    }

    /** Starts the browser again as somebody does who wants all pages back; what it cannot bring back is put back by hand. */
    private Visit restarted(List<Cookie> before) {
        BrowserContext context = Chromium.keeping(folder, "--restore-last-session");
        Visit visit = Visit.in(context);
        visit.expect(401);
        context.addCookies(before);
        return visit;
    }

    @Test
    void after_a_crash_nobody_gets_in_though_the_browser_brings_everything_back() {
        String name = Lifelines.registered();
        Visit crashed = marked();
        crashed.signIn(name);
        Lifelines.assertIn(crashed, name);
        lines().untilHeld(1);
        List<Cookie> before = crashed.context().cookies();
        Chromium.kill(folder);
        try (Visit visit = restarted(before)) {
            lines().untilBroken();
            Lifelines.assertOut(visit, name);
            TestLifelines.round();
            org.assertj.core.api.Assertions.assertThat(lines().lastDeed()).isEqualTo("account.shared_session_broken");
            org.assertj.core.api.Assertions.assertThat(
                            visit.context().cookies().stream().map(each -> each.name))
                    .containsExactlyInAnyOrder("__Host-stezhka-shared", "__Host-stezhka-clean", "stezhka-comfort");
            visit.blame(Look.closely(visit.page, "after a crash"));
            visit.signIn(name);
            Lifelines.assertIn(visit, name);
        }
    }

    @Test
    void who_comes_before_it_is_sure_waits_and_sees_nothing() {
        String name = Lifelines.registered();
        Visit crashed = marked();
        crashed.signIn(name);
        lines().untilHeld(1);
        TestBrowser restored = new TestBrowser();
        crashed.context().cookies().forEach(each -> restored.cookie(each.name, each.value));
        org.assertj.core.api.Assertions.assertThat(restored.get("/api/v1/me").status())
                .isEqualTo(200);
        Chromium.kill(folder);
        lines().untilBroken();
        long since = System.nanoTime();
        org.assertj.core.api.Assertions.assertThat(restored.get("/my").body()).doesNotContain(name);
        org.assertj.core.api.Assertions.assertThat(Duration.ofNanos(System.nanoTime() - since))
                .isLessThan(Lifelines.GRACE.plusSeconds(2));
    }

    @Test
    void a_guest_is_forgotten_after_a_crash_too() {
        Visit crashed = marked();
        Choice.open(crashed);
        String attempt = crashed.path();
        lines().untilHeld(1);
        List<Cookie> before = crashed.context().cookies();
        Chromium.kill(folder);
        try (Visit visit = restarted(before)) {
            lines().untilBroken();
            visit.open("/my");
            org.assertj.core.api.Assertions.assertThat(visit.page.content()).doesNotContain("data-person");
            org.assertj.core.api.Assertions.assertThat(visit.ask("GET", attempt).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void who_finishes_is_out_at_once() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            lines().untilHeld(1);
            visit.press("header form[data-sign-out] button");
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/?clean=yes");
            Lifelines.assertOut(visit, name);
        }
    }

    @Test
    void answers_that_wait_are_kept_when_the_session_ends_and_go_out_after_signing_in_again() {
        String name = Lifelines.registered();
        try (Visit visit = Lifelines.marked(Visit.on(Screen.DESKTOP))) {
            visit.page.clock().install();
            visit.signIn(name);
            Choice.open(visit);
            lines().untilHeld(1);
            visit.block("**/responses/*", true);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            jdbi.useHandle(handle ->
                    handle.execute("update account.session set ended_at = now() where id = " + Lifelines.NEWEST));
            TestPeople.forgetSessions();
            visit.block("**/responses/*", false);
            visit.page.clock().runFor(31_000);
            Choice.waitFor(visit.page, "signin");
            visit.page.locator("#login").fill(name);
            visit.page.locator("#password").fill(TestPeople.PASSWORD);
            visit.page.locator("[data-sign-in-again] button:not([type=button])").click();
            Choice.waitFor(visit.page, "saved");
            visit.page.clock().runFor(31_000);
            lines().untilHeld(1);
            visit.leave(visit.page::reload);
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }
}
