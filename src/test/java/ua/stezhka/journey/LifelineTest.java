package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestCards;
import ua.stezhka.desk.TestLifelines;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** The browser of a library dies: whoever starts it again, with all it brings back, is nobody. Whoever only goes on stays in. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LifelineTest {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEWEST = """
            (select id from account.session
             where shared_computer_id is not null and ended_at is null order by started_at desc limit 1)
            """;

    @TempDir
    Path folder;

    @Inject
    Jdbi jdbi;

    private Visit marked() {
        return marked(Visit.in(Chromium.keeping(folder)));
    }

    private static Visit marked(Visit visit) {
        visit.expect(401);
        visit.context()
                .addCookies(List.of(new Cookie("__Host-stezhka-shared", TestCards.sharedSecret())
                        .setUrl(TestBrowser.base().replace("http:", "https:"))
                        .setHttpOnly(true)
                        .setSecure(true)));
        return visit;
    }

    private static String registered() {
        String name = "Ярина Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        return name;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            org.assertj.core.api.Assertions.assertThat(System.nanoTime())
                    .as("has not happened")
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private int count(String where) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from desk.lifeline where " + where)
                .mapTo(Integer.class)
                .one());
    }

    /** So many pages of the session hold on, and their farewells get through. */
    private void untilHeld(int pages) {
        until(() -> count(
                        "session_id = " + NEWEST
                                + " and connection_id is not null and greeted_at is not null and left_at is null and broken_at is null")
                == pages);
    }

    private void untilLeft(int pages) {
        until(() -> count("session_id = " + NEWEST + " and left_at is not null") == pages);
    }

    private void untilBroken() {
        until(this::inDoubt);
    }

    private boolean inDoubt() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select broken_at is not null from account.session where id = " + NEWEST)
                        .mapTo(Boolean.class)
                        .one());
    }

    private String lastDeed() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select action from account.audit_entry order by number desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    /** Longer than a session may be in doubt has passed since this moment. */
    private static void untilSure(long since) {
        until(() -> System.nanoTime() - since > GRACE.plusSeconds(1).toNanos());
    }

    private static void assertIn(Visit visit, String name) {
        visit.open("/settings");
        assertThat(visit.page.locator("header")).containsText(name);
    }

    private static void assertOut(Visit visit, String name) {
        for (String path : List.of("/", "/my", "/settings")) {
            visit.open(path);
            org.assertj.core.api.Assertions.assertThat(visit.page.content())
                    .as(path)
                    .doesNotContain(name)
                    .doesNotContain("data-person");
        }
        assertThat(visit.page.locator("main a[href^='/sign-in']").first()).isVisible();
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
        String name = registered();
        Visit crashed = marked();
        crashed.signIn(name);
        assertIn(crashed, name);
        untilHeld(1);
        List<Cookie> before = crashed.context().cookies();
        Chromium.kill(folder);
        try (Visit visit = restarted(before)) {
            untilBroken();
            assertOut(visit, name);
            TestLifelines.round();
            org.assertj.core.api.Assertions.assertThat(lastDeed()).isEqualTo("account.shared_session_broken");
            org.assertj.core.api.Assertions.assertThat(
                            visit.context().cookies().stream().map(each -> each.name))
                    .containsExactlyInAnyOrder("__Host-stezhka-shared", "__Host-stezhka-clean", "stezhka-comfort");
            visit.blame(Look.closely(visit.page, "after a crash"));
            visit.signIn(name);
            assertIn(visit, name);
        }
    }

    @Test
    void who_comes_before_it_is_sure_waits_and_sees_nothing() {
        String name = registered();
        Visit crashed = marked();
        crashed.signIn(name);
        untilHeld(1);
        TestBrowser restored = new TestBrowser();
        crashed.context().cookies().forEach(each -> restored.cookie(each.name, each.value));
        org.assertj.core.api.Assertions.assertThat(restored.get("/api/v1/me").status())
                .isEqualTo(200);
        Chromium.kill(folder);
        untilBroken();
        long since = System.nanoTime();
        org.assertj.core.api.Assertions.assertThat(restored.get("/my").body()).doesNotContain(name);
        org.assertj.core.api.Assertions.assertThat(Duration.ofNanos(System.nanoTime() - since))
                .isLessThan(GRACE.plusSeconds(2));
    }

    @Test
    void a_guest_is_forgotten_after_a_crash_too() {
        Visit crashed = marked();
        Choice.open(crashed);
        String attempt = crashed.path();
        untilHeld(1);
        List<Cookie> before = crashed.context().cookies();
        Chromium.kill(folder);
        try (Visit visit = restarted(before)) {
            untilBroken();
            visit.open("/my");
            org.assertj.core.api.Assertions.assertThat(visit.page.content()).doesNotContain("data-person");
            org.assertj.core.api.Assertions.assertThat(visit.ask("GET", attempt).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void links_forms_and_reloads_keep_the_session() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            untilHeld(1);
            visit.open("/courses");
            untilHeld(1);
            visit.press(visit.page.locator("main a[href^='/courses/']").first());
            untilHeld(1);
            visit.leave(visit.page::reload);
            untilHeld(1);
            visit.inEnglish();
            untilHeld(1);
            visit.page.goBack();
            long since = System.nanoTime();
            untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(count("session_id = " + NEWEST + " and left_at is not null"))
                    .isGreaterThanOrEqualTo(4);
            untilSure(since);
            assertIn(visit, name);
        }
    }

    @Test
    void pages_that_are_hurried_through_keep_the_session() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            List<String> refused = new ArrayList<>();
            visit.context().onResponse(answer -> {
                // A lifeline that is refused while the farewell of the page before is on its way is tried again.
                if (answer.status() == 401 && !answer.url().contains("/lifelines/")) {
                    refused.add(answer.url());
                }
            });
            for (int i = 0; i < 10; i++) {
                visit.page.navigate(TestBrowser.base() + "/courses");
                visit.page.navigate(TestBrowser.base() + "/my");
            }
            untilHeld(1);
            untilSure(System.nanoTime());
            org.assertj.core.api.Assertions.assertThat(inDoubt()).isFalse();
            assertIn(visit, name);
            org.assertj.core.api.Assertions.assertThat(refused).isEmpty();
        }
    }

    @Test
    void several_pages_hold_on_by_two_of_them_and_closing_some_ends_nothing() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            untilHeld(1);
            Page first = visit.page;
            Page second = visit.another();
            second.navigate(TestBrowser.base() + "/courses");
            untilHeld(2);
            List<Page> more =
                    java.util.stream.Stream.generate(visit::another).limit(6).toList();
            for (Page each : more) {
                each.navigate(TestBrowser.base() + "/my");
                assertThat(each.locator("header")).containsText(name);
            }
            untilHeld(2);
            first.close(new Page.CloseOptions().setRunBeforeUnload(true));
            untilLeft(1);
            untilHeld(2);
            second.close(new Page.CloseOptions().setRunBeforeUnload(true));
            untilLeft(2);
            untilHeld(2);
            visit.page = more.getFirst();
            untilSure(System.nanoTime());
            assertIn(visit, name);
        }
    }

    @Test
    void a_way_that_is_cut_for_a_moment_ends_nothing_since_the_page_comes_again() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            untilHeld(1);
            TestLifelines.cut();
            org.assertj.core.api.Assertions.assertThat(inDoubt()).isTrue();
            untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(inDoubt()).isFalse();
            TestLifelines.end();
            untilSure(System.nanoTime());
            untilHeld(1);
            org.assertj.core.api.Assertions.assertThat(inDoubt()).isFalse();
            assertIn(visit, name);
        }
    }

    @Test
    void closing_the_last_page_leaves_a_minute() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            untilHeld(1);
            visit.page.navigate("about:blank");
            untilLeft(1);
            long left = jdbi.withHandle(handle -> handle.createQuery(
                            "select extract(epoch from expires_at - now())::int from account.session where id = "
                                    + NEWEST)
                    .mapTo(Long.class)
                    .one());
            org.assertj.core.api.Assertions.assertThat(left).isBetween(40L, 60L);
            assertIn(visit, name);
        }
    }

    @Test
    void who_finishes_is_out_at_once() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.signIn(name);
            untilHeld(1);
            visit.press("header form[data-sign-out] button");
            org.assertj.core.api.Assertions.assertThat(visit.path()).isEqualTo("/?clean=yes");
            assertOut(visit, name);
        }
    }

    @Test
    void answers_that_wait_are_kept_when_the_session_ends_and_go_out_after_signing_in_again() {
        String name = registered();
        try (Visit visit = marked(Visit.on(Screen.DESKTOP))) {
            visit.page.clock().install();
            visit.signIn(name);
            Choice.open(visit);
            untilHeld(1);
            visit.block("**/responses/*", true);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            jdbi.useHandle(
                    handle -> handle.execute("update account.session set ended_at = now() where id = " + NEWEST));
            TestPeople.forgetSessions();
            visit.block("**/responses/*", false);
            visit.page.clock().runFor(31_000);
            Choice.waitFor(visit.page, "signin");
            visit.page.locator("#login").fill(name);
            visit.page.locator("#password").fill(TestPeople.PASSWORD);
            visit.page.locator("[data-sign-in-again] button:not([type=button])").click();
            Choice.waitFor(visit.page, "saved");
            visit.page.clock().runFor(31_000);
            untilHeld(1);
            visit.leave(visit.page::reload);
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }
}
