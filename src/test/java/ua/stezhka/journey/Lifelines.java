package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.TestPeople;
import ua.stezhka.desk.TestCards;
import ua.stezhka.platform.TestBrowser;

/** Sees how the pages of a shared computer hold on, and waits for what is to come of it. */
final class Lifelines {
    static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String NEWEST = """
            (select id from account.session
             where shared_computer_id is not null and ended_at is null order by started_at desc limit 1)
            """;

    private final Jdbi jdbi;

    Lifelines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static Visit marked(Visit visit) {
        visit.expect(401);
        visit.context()
                .addCookies(List.of(new Cookie("__Host-stezhka-shared", TestCards.sharedSecret())
                        .setUrl(TestBrowser.base().replace("http:", "https:"))
                        .setHttpOnly(true)
                        .setSecure(true)));
        return visit;
    }

    static String registered() {
        String name = "Ярина Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        return name;
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            org.assertj.core.api.Assertions.assertThat(System.nanoTime())
                    .as("has not happened")
                    .isLessThan(end);
            // A turn of the processor between two looks is left to what is waited for.
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    int count(String where) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from desk.lifeline where " + where)
                .mapTo(Integer.class)
                .one());
    }

    /** So many pages of the session hold on, and their farewells get through. */
    void untilHeld(int pages) {
        until(() -> count(
                        "session_id = " + NEWEST
                                + " and connection_id is not null and greeted_at is not null and left_at is null and broken_at is null")
                == pages);
    }

    void untilLeft(int pages) {
        until(() -> count("session_id = " + NEWEST + " and left_at is not null") == pages);
    }

    void untilBroken() {
        until(this::inDoubt);
    }

    boolean inDoubt() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select broken_at is not null from account.session where id = " + NEWEST)
                        .mapTo(Boolean.class)
                        .one());
    }

    String lastDeed() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select action from account.audit_entry order by number desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    /** Longer than a session may be in doubt has passed since this moment. */
    static void untilSure(long since) {
        until(() -> System.nanoTime() - since > GRACE.plusSeconds(1).toNanos());
    }

    static void assertIn(Visit visit, String name) {
        visit.open("/settings");
        assertThat(visit.page.locator("header")).containsText(name);
    }

    static void assertOut(Visit visit, String name) {
        for (String path : List.of("/", "/my", "/settings")) {
            visit.open(path);
            org.assertj.core.api.Assertions.assertThat(visit.page.content())
                    .as(path)
                    .doesNotContain(name)
                    .doesNotContain("data-person");
        }
        assertThat(visit.page.locator("main a[href^='/sign-in']").first()).isVisible();
    }
}
