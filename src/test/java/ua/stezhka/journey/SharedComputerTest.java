package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Two people at one computer of a library: the second finds nothing of the first, however the first one left. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedComputerTest {
    private static final String SAVES = "**/responses/*";
    private static final String KEPT = """
            async () => [...(await indexedDB.databases()).map(each => each.name), ...Object.keys(localStorage),
                         ...Object.keys(sessionStorage), ...(await caches.keys())].join()""";

    @TempDir
    Path folder;

    @Inject
    Jdbi jdbi;

    /** An operator marks the browser; then A learns: comfort, an answer that waits on the device, and more of all kinds. */
    private Visit marked() {
        Visit visit = Visit.in(Chromium.keeping(folder));
        visit.expect(401);
        AdministratorJourneyTest.signInAsAdministrator(visit);
        visit.open("/shared-computer");
        visit.page.locator("#place").fill("Бібліотека");
        visit.press("form[action='/shared-computer/mark'] .btn");
        org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/?clean=yes");
        return visit;
    }

    private static void learn(Visit visit, String name) {
        visit.signIn(name);
        visit.page.locator(".comfort summary").click();
        visit.page.waitForResponse(
                "**/comfort", () -> visit.page.locator("label[for=c-text-150]").click());
        Choice.open(visit);
        visit.block(SAVES, true);
        Choice.tap(visit.page, 1);
        Choice.waitFor(visit.page, "waiting");
        visit.page.evaluate("""
                async () => {
                    localStorage.setItem('a', 'of A');
                    sessionStorage.setItem('b', 'of A');
                    await (await caches.open('c')).put('/d', new Response('of A'));
                }""");
        org.assertj.core.api.Assertions.assertThat(visit.page.evaluate(KEPT)).isEqualTo("stezhka,a,b,c");
        visit.open("/settings");
        assertThat(visit.page.locator("header")).containsText(name);
    }

    private static String registered() {
        String name = "Ярина Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        return name;
    }

    private static void assertNoTrace(Visit visit, String name) {
        visit.until(KEPT, "''");
        org.assertj.core.api.Assertions.assertThat(
                        visit.context().cookies().stream().map(each -> each.name))
                .containsExactlyInAnyOrder("__Host-stezhka-shared", "__Host-stezhka-clean", "stezhka-comfort");
        org.assertj.core.api.Assertions.assertThat(visit.page.locator("html").getAttribute("data-text"))
                .isEqualTo("100");
        for (String path : List.of("/", "/my", "/courses/internet-safety", "/settings", "/sign-in")) {
            visit.open(path);
            org.assertj.core.api.Assertions.assertThat(visit.page.content())
                    .as(path)
                    .doesNotContain(name)
                    .doesNotContain("data-person");
        }
        for (Locator field : visit.page.locator("main input:not([type=hidden])").all()) {
            assertThat(field).hasValue("");
            assertThat(field).hasAttribute("autocomplete", "off");
        }
    }

    private void timePasses() {
        jdbi.useHandle(handle -> handle.execute("""
                update account.session set started_at = started_at - interval '4 minutes', present_at = present_at - interval '4 minutes',
                    idle_until = idle_until - interval '4 minutes', expires_at = expires_at - interval '4 minutes'
                where shared_computer_id is not null and ended_at is null"""));
    }

    /** R-L-04. */
    @Test
    void lessons_are_not_kept_here() {
        try (Visit visit = marked()) {
            visit.open(LessonCopies.LESSON + "/steps/1");
            visit.press("form[action$='/completion'] button");
            visit.open("/courses/" + LessonCopies.COURSE);
            assertThat(visit.page.locator("[data-keep-course]")).isHidden();
            org.assertj.core.api.Assertions.assertThat(visit.page.evaluate(KEPT))
                    .isEqualTo("");
            org.assertj.core.api.Assertions.assertThat(visit.page.evaluate(
                            "async () => (await navigator.serviceWorker.getRegistrations()).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void nothing_of_who_finished_is_found_by_the_next() {
        String name = registered();
        try (Visit visit = marked()) {
            learn(visit, name);
            visit.block(SAVES, false);
            visit.press("header form[data-sign-out] button");
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/?clean=yes");
            assertThat(visit.page.locator(".notice[role=status]")).containsText("Усе чисто");
            visit.blame(Look.closely(visit.page, "clean"));
            for (int back = 0; back < 6; back++) {
                visit.page.goBack();
                org.assertj.core.api.Assertions.assertThat(visit.page.content()).doesNotContain(name);
            }
            visit.open("/");
            assertNoTrace(visit, name);
        }
    }

    @Test
    void nothing_is_found_after_a_crash_either() {
        String name = registered();
        Visit crashed = marked();
        learn(crashed, name);
        List<Cookie> before = crashed.context().cookies();
        Chromium.kill(folder);
        timePasses();
        try (Visit visit = Visit.in(Chromium.keeping(folder))) {
            visit.expect(401);
            // What a browser that opens its last pages again would bring back.
            visit.context().addCookies(before);
            visit.open("/");
            assertNoTrace(visit, name);
        }
    }

    @Test
    void an_idle_person_is_warned_can_stay_by_one_press_and_is_signed_out_at_last() {
        try (Visit visit = marked()) {
            visit.page.clock().install();
            visit.signIn(registered());
            Locator warning = visit.page.locator("[data-idle]");
            visit.page.waitForResponse("**/presence", () -> visit.open("/courses"));
            assertThat(warning).isHidden();
            jdbi.useHandle(handle -> handle.execute("""
                    update account.session set idle_until = idle_until - interval '14 minutes'
                    where shared_computer_id is not null and ended_at is null"""));
            visit.page.waitForResponse("**/presence", () -> visit.page.clock().fastForward(31_000));
            visit.page.clock().runFor(1_000);
            assertThat(warning).isVisible();
            assertThat(visit.page.locator("[data-idle-left]")).containsText("0:");
            assertThat(visit.page.locator("[data-idle-stay]")).isFocused();
            visit.blame(Look.closely(visit.page, "time is nearly over"));
            visit.page.waitForResponse(
                    "**/presence", () -> visit.page.locator("[data-idle-stay]").click());
            visit.page.clock().runFor(2_000);
            assertThat(warning).isHidden();

            jdbi.useHandle(handle -> handle.execute("""
                    update account.session set expires_at = started_at where shared_computer_id is not null and ended_at is null"""));
            TestPeople.forgetSessions();
            visit.page.clock().runFor(31_000);
            visit.page.waitForURL(TestBrowser.base() + "/?clean=yes");
        }
    }

    @Test
    void a_guest_is_offered_to_keep_what_is_done() {
        try (Visit visit = marked()) {
            Choice.open(visit);
            visit.press("header a[href='/shared-computer/clearing']");
            visit.blame(Look.closely(visit.page, "guest at the way out"));
            assertThat(visit.page.locator("main a[href^='/registration']")).isVisible();
            visit.press("main form[data-sign-out] button");
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/?clean=yes");
            visit.open("/my");
            org.assertj.core.api.Assertions.assertThat(visit.page.content()).doesNotContain("data-person");
        }
    }
}
