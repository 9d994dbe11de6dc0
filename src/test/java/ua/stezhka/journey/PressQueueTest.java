package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.RehearsalFixtures;

/** Presses of a rehearsal wait on the device as answers do, and lead on once the server has them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PressQueueTest {
    private static final String SAVES = "**/responses/**";
    private static final String FIRST = "Перше завдання";
    private static final String SECOND = "Друге завдання";
    private static final double FIVE_SECONDS = 5000;
    private static final double BACK_OFF = 20_000;

    @Inject
    RehearsalFixtures rehearsals;

    /** The rehearsal of a new attempt. */
    private String open(Visit visit) {
        visit.open("/courses/" + rehearsals.course() + "/quiz");
        visit.press("main form .btn:not(.btn--ghost)");
        if (visit.page.locator(".mock").count() == 0) {
            visit.press("main button[name=go][value=next]");
        }
        return visit.path();
    }

    private static Locator part(Page page, int token) {
        return page.locator(".mock [name=part][value='" + token + "']");
    }

    private static void waits(Page page, Locator place, String words) {
        Choice.waitFor(page, "waiting");
        assertThat(page.locator("[data-save-state]")).containsText("1 відповідь чекає на цьому пристрої");
        says(
                page,
                "Ви вибрали: " + words
                        + ".\n\nНатискання чекає на цьому пристрої й не зникне. Щойно буде зв’язок, надішлемо");
        assertThat(place).hasAttribute("aria-describedby", "press-note");
    }

    private static void says(Page page, String words) {
        assertThat(page.locator("#press-note"))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    }

    private static void stands(Page page, String task, String saved) {
        assertThat(page.locator(".rehearsal-task"))
                .hasText(task, new LocatorAssertions.HasTextOptions().setTimeout(BACK_OFF));
        assertThat(page.locator("#result")).hasText("Ви вибрали: " + saved + ". Записано. Можна йти далі.");
        Choice.waitFor(page, "saved");
        assertThat(page.locator("#press-note")).isHidden();
    }

    private static int savesOf(Visit visit, String question) {
        visit.open(question.replaceAll("/questions/.*", "/log"));
        return visit.page.locator("tbody tr:has-text('Відповідь збережено')").count();
    }

    @Test
    void a_press_without_network_survives_a_reload_and_leads_on_when_the_network_is_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            visit.cut(true);
            part(visit.page, 1).click();
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            assertThat(visit.page.locator(".rehearsal-task")).hasText(FIRST);
            // Blocked before it is reloaded: a page that is left while its network is cut gets it back for a moment.
            visit.block(SAVES, true);
            visit.cut(false);
            visit.open(question);
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            visit.blame(Look.closely(visit.page, "a press waits"));

            visit.block(SAVES, false);
            stands(visit.page, SECOND, "«Кнопка а»");
            assertThat(visit.page.locator("#result")).isFocused();
            assertThat(savesOf(visit, question)).isEqualTo(1);
        }
    }

    @Test
    void a_press_whose_receipt_got_lost_does_not_wait_on_the_page_that_comes_after_it() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            visit.block("**/nothing", true);
            visit.context().route(SAVES, route -> {
                route.fetch();
                route.abort();
            });
            part(visit.page, 1).click();
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            visit.page.close();
            visit.page = visit.another();
            visit.open(question);
            stands(visit.page, SECOND, "«Кнопка а»");
        }
    }

    @Test
    void a_press_goes_out_by_itself_when_the_network_is_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit);
            visit.cut(true);
            part(visit.page, 2).click();
            waits(visit.page, part(visit.page, 2), "«Посилання б»");
            visit.cut(false);
            stands(visit.page, SECOND, "«Посилання б»");
        }
    }

    @Test
    void a_press_survives_a_killed_browser_and_goes_out_within_five_seconds_of_opening(@TempDir Path folder) {
        Visit before = Visit.in(Chromium.keeping(folder));
        String question = open(before);
        before.cut(true);
        part(before.page, 1).click();
        waits(before.page, part(before.page, 1), "«Кнопка а»");
        List<Cookie> cookies = before.context().cookies();
        Chromium.kill(folder);
        try (Visit after = Visit.in(Chromium.keeping(folder))) {
            after.context().addCookies(cookies);
            after.page.waitForResponse(
                    answer -> answer.url().contains("/responses/") && answer.status() == 200,
                    new Page.WaitForResponseOptions().setTimeout(FIVE_SECONDS),
                    () -> after.open(question));
            stands(after.page, SECOND, "«Кнопка а»");
        }
    }

    @Test
    void of_two_presses_without_network_the_last_one_counts() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            String question = open(visit);
            visit.cut(true);
            part(visit.page, 1).click();
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            part(visit.page, 2).click();
            waits(visit.page, part(visit.page, 2), "«Посилання б»");
            visit.page.locator("button[name=show]").click();
            waits(visit.page, visit.page.locator("button[name=show]"), "«Не знаю, покажіть»");
            part(visit.page, 2).click();
            waits(visit.page, part(visit.page, 2), "«Посилання б»");
            visit.cut(false);
            stands(visit.page, SECOND, "«Посилання б»");
            assertThat(savesOf(visit, question)).isEqualTo(1);
        }
    }

    @Test
    void what_was_typed_waits_too() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            part(visit.page, 1).click();
            stands(visit.page, SECOND, "«Кнопка а»");
            visit.block(SAVES, true);
            visit.page.locator(".mock input").fill("Ганна");
            visit.page.keyboard().press("Enter");
            waits(visit.page, part(visit.page, 1), "«Ганна» у полі «Ім’я»");
            visit.open(question);
            waits(visit.page, part(visit.page, 1), "«Ганна» у полі «Ім’я»");
            assertThat(visit.page.locator(".mock input")).hasValue("Ганна");
            visit.block(SAVES, false);
            stands(visit.page, "Третє завдання", "«Ганна» у полі «Ім’я»");
        }
    }

    @Test
    void a_press_that_is_made_and_sent_twice_leads_on_by_one_step() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            String question = open(visit);
            visit.context().route(SAVES, route -> {
                assertThat(route.fetch().status()).isEqualTo(200);
                route.fulfill(new Route.FulfillOptions().setResponse(route.fetch()));
            });
            part(visit.page, 1).dblclick();
            stands(visit.page, SECOND, "«Кнопка а»");
            assertThat(visit.page.locator(".path-text").last()).containsText("Крок 2 із 3");
            assertThat(savesOf(visit, question)).isEqualTo(1);
        }
    }

    @Test
    void a_press_in_a_forgotten_tab_says_what_is_saved_and_takes_nothing_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            Page forgotten = visit.page;
            Page other = visit.another();
            other.navigate(forgotten.url());
            part(other, 2).click();
            stands(other, SECOND, "«Посилання б»");

            part(forgotten, 1).click();
            assertThat(forgotten.locator("[data-conflict]")).isVisible();
            assertThat(forgotten.locator("[data-conflict]")).isFocused();
            assertThat(forgotten.locator("[data-conflict] h2")).hasText("Цей крок уже пройдено");
            assertThat(forgotten.locator("[data-conflict-mine]")).hasText("«Кнопка а»");
            assertThat(forgotten.locator("[data-conflict-stored]")).hasText("«Посилання б»");
            assertThat(forgotten.locator(".rehearsal-task")).hasText(SECOND);
            visit.blame(Look.closely(forgotten, "another press is saved"));
            forgotten.locator("[data-conflict-take]").click();
            assertThat(forgotten.locator("[data-conflict]")).isHidden();
            stands(forgotten, SECOND, "«Посилання б»");
            assertThat(savesOf(visit, question)).isEqualTo(1);
        }
    }

    @Test
    void a_press_whose_receipt_got_lost_is_not_exchanged_for_another() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            open(visit);
            visit.block("**/nothing", true);
            visit.context().route(SAVES, route -> {
                APIResponse kept = route.fetch();
                assertThat(kept.status()).isEqualTo(200);
                route.abort();
            });
            part(visit.page, 1).click();
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            visit.context().unroute(SAVES);
            part(visit.page, 2).click();
            assertThat(visit.page.locator("[data-conflict-mine]")).hasText("«Посилання б»");
            assertThat(visit.page.locator("[data-conflict-stored]")).hasText("«Кнопка а»");
            assertThat(visit.page.locator("[data-conflict]")).isVisible();
        }
    }

    @Test
    void a_saved_press_waits_for_its_next_screen_and_nothing_is_pressed_on_the_old_one() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            visit.block("**/questions/*", true);
            part(visit.page, 1).click();
            says(visit.page, "Натискання збережено. Наступний екран відкриється, щойно буде зв’язок.");
            assertThat(visit.page.locator("[data-press-says=waits]").first()).isHidden();
            Choice.waitFor(visit.page, "saved");
            part(visit.page, 2).click();
            assertThat(visit.page.locator(".rehearsal-task")).hasText(FIRST);
            visit.block("**/questions/*", false);
            stands(visit.page, SECOND, "«Кнопка а»");
            assertThat(savesOf(visit, question)).isEqualTo(1);
        }
    }

    @Test
    void whoever_goes_on_with_a_waiting_press_stays_without_network_and_loses_nothing_with_it() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String question = open(visit);
            visit.cut(true);
            part(visit.page, 1).click();
            waits(visit.page, part(visit.page, 1), "«Кнопка а»");
            visit.page.locator("main button[name=go][value=review]").click();
            assertThat(visit.page.locator("[data-save-state]")).containsText("Зв’язку поки немає");
            assertThat(visit.page).hasURL(java.util.regex.Pattern.compile(".*" + question));

            visit.block(SAVES, true);
            visit.cut(false);
            visit.open(question.replaceAll("/questions/.*", "/review"));
            assertThat(visit.page.locator("[data-attempt-row].waiting")).hasCount(1);
            Choice.waitFor(visit.page, "waiting");
            visit.block(SAVES, false);
            Choice.waitFor(visit.page, "saved");
            visit.open(question);
            stands(visit.page, SECOND, "«Кнопка а»");
        }
    }
}
