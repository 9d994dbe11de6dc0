package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.CertifyingFixtures;

/** The countdown of a quiz with a limit: the server’s time, told calmly. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CountdownTest {
    @Inject
    CertifyingFixtures certifying;

    @Inject
    Jdbi jdbi;

    /** The first question of an attempt that has so many seconds left. */
    private UUID open(Visit visit, int seconds) {
        visit.open("/courses/" + certifying.timed(30) + "/quiz");
        visit.press("main form[action$='/attempts'] .btn:not(.btn--ghost)");
        UUID attempt = UUID.fromString(visit.path().replaceAll("/attempts/([^/]+)/.*", "$1"));
        certifying.endsIn(attempt, seconds);
        visit.open("/attempts/" + attempt + "/questions/1");
        return attempt;
    }

    private Instant deadline(UUID attempt) {
        return jdbi.withHandle(handle -> handle.createQuery("select deadline from quiz.attempt where id = :id")
                .bind("id", attempt)
                .mapTo(Instant.class)
                .one());
    }

    private static Locator left(Visit visit) {
        return visit.page.locator("[data-timer-left]");
    }

    private static Locator notice(Visit visit) {
        return visit.page.locator("[data-timer-notice]");
    }

    private static long shown(Visit visit) {
        String[] time = left(visit).textContent().replaceAll("[^0-9:]", "").split(":");
        return Long.parseLong(time[0]) * 60 + Long.parseLong(time[1]);
    }

    /** R-Q-08. */
    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void what_is_left_is_the_servers_whatever_the_clock_of_the_browser_says(int hours) {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.context().addInitScript("""
                    (() => { const own = Date, shift = %d * 3600000;
                      window.Date = class extends own {
                        constructor(...parts) { if (parts.length) super(...parts); else super(own.now() + shift); }
                        static now() { return own.now() + shift; } }; })()""".formatted(hours));
            UUID attempt = open(visit, 1000);
            assertThat(left(visit)).isVisible();
            long really = deadline(attempt).getEpochSecond() - Instant.now().getEpochSecond();
            assertThat(shown(visit)).isCloseTo(really, within(2L));
            visit.blame(Look.closely(visit.page, "countdown"));
        }
    }

    /** R-Q-14. The thirty seconds pass on the clock of the page, which asks the server by it. */
    @Test
    void added_minutes_show_up_within_thirty_seconds_without_a_reload() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.page.clock().install();
            UUID attempt = open(visit, 400);
            visit.page.evaluate("() => { window.stayed = true }");
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update quiz.attempt set deadline = deadline + interval '10 minutes' where id = :id")
                    .bind("id", attempt)
                    .execute());
            visit.page.clock().runFor(30_000);
            assertThat(notice(visit))
                    .containsText("Вам додали час.", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
            assertThat(shown(visit)).isGreaterThan(900);
            assertThat(visit.page.evaluate("() => window.stayed")).isEqualTo(true);
            visit.blame(Look.closely(visit.page, "more time"));
        }
    }

    @Test
    void the_last_five_minutes_are_told_once_and_the_countdown_may_be_hidden() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            open(visit, 290);
            assertThat(notice(visit)).hasText("Лишилося п’ять хвилин. Усе збережене зарахуємо.");
            visit.blame(Look.closely(visit.page, "five minutes"));
            visit.page.locator("[data-timer-hide]").click();
            assertThat(left(visit)).isHidden();
            visit.press("main button[name=go][value=next]");
            assertThat(notice(visit)).isHidden();
            assertThat(left(visit)).isHidden();
            visit.page.locator("[data-timer-hide]").click();
            assertThat(left(visit)).isVisible();
        }
    }

    @Test
    void at_the_end_the_page_says_so_and_leads_to_the_result() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit, 4);
            assertThat(notice(visit)).hasText("Час закінчився. Усе, що ви встигли зберегти, зараховано.");
            visit.blame(Look.closely(visit.page, "time over"));
            visit.press("[data-timer-over] a");
            assertThat(visit.path()).endsWith("/review");
            visit.press("main form .btn:not(.btn--ghost)");
            assertThat(visit.page.locator("main")).containsText("Час закінчився о");
            visit.blame(Look.closely(visit.page, "result after the end"));
        }
    }

    @Test
    void an_answer_after_the_grace_is_told_to_be_late() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            UUID attempt = open(visit, 300);
            certifying.endsIn(attempt, -61);
            visit.page.locator("#question input[type=text]").fill("слово");
            assertThat(visit.page.locator("[data-save-state]"))
                    .hasText("Час уже закінчився. Відповідь записано, але вона не рахується.");
        }
    }
}
