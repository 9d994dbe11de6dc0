package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.RehearsalFixtures;

/** A rehearsal by finger, by keyboard, without script and through a killed browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RehearsalJourneyTest {
    private static final String BANK = "/courses/internet-safety/lessons/bank-call/steps/7";
    private static final String TEXT = "/courses/smartphone-first-steps/lessons/comfortable-screen/steps/4";
    private static final String APPOINTMENT = "/courses/smartphone-first-steps/lessons/internet-and-search/steps/7";

    @Inject
    RehearsalFixtures rehearsals;

    private static Rehearsing at(Visit visit, String course, String address) {
        visit.open(address);
        AnswerSheet sheet = AnswerSheet.of(course, "uk");
        JsonNode question = sheet.asked(
                visit.page.locator(".question-prompt").textContent(),
                visit.page.locator("fieldset:has(.question-prompt)").textContent());
        return new Rehearsing(visit.page, sheet, question);
    }

    @Test
    void what_was_pressed_by_finger_survives_a_killed_browser() {
        Browser doomed = Chromium.another();
        Visit first = Visit.with(doomed, Screen.PHONE);
        Rehearsing rehearsing = at(first, "internet-safety", BANK);
        rehearsing.press(rehearsing.button("Підтвердити дані картки"));
        assertThat(first.page.locator("#result")).containsText("Подивіться ще раз");
        assertThat(first.page.locator("#result")).containsText("Це пастка");
        first.blame(Look.closely(first.page, "rehearsal looked at again"));
        rehearsing.right(rehearsing.question().path("steps").get(0));
        assertThat(first.page.locator("#result")).containsText("Правильно");
        var cookies = first.context().cookies();
        doomed.close();
        try (Visit second = Visit.on(Screen.PHONE)) {
            second.context().addCookies(cookies);
            Rehearsing goesOn = at(second, "internet-safety", BANK);
            assertThat(second.page.locator(".rehearsal-task")).containsText("більше не писав");
            for (int step = 1; step < goesOn.question().path("steps").size(); step++) {
                second.blame(Look.closely(second.page, "step " + (step + 1)));
                goesOn.right(goesOn.question().path("steps").get(step));
                second.look();
            }
            assertThat(second.page.locator("#result.notice--good")).isVisible();
            assertThat(second.page.locator(".trail")).containsText("Знайшли самі");
            EveryPageTest.acts(second, "rehearsal done");
            second.blame(Look.closely(second.page, "rehearsal done"));
            second.press("button[name=again]");
            assertThat(second.page.locator(".mock")).isVisible();
        }
    }

    @Test
    void in_a_final_quiz_presses_survive_a_killed_browser_and_tell_nothing() {
        Browser doomed = Chromium.another();
        Visit first = Visit.with(doomed, Screen.PHONE);
        first.open("/courses/" + rehearsals.course() + "/quiz");
        first.press("main form .btn:not(.btn--ghost)");
        if (first.page.locator(".mock").count() == 0) {
            first.press("main button[name=go][value=next]");
        }
        String address = first.path();
        first.page.locator(".mock button[value='1']").click();
        assertThat(first.page.locator("#result")).hasText("Ви вибрали: «Кнопка а». Записано. Можна йти далі.");
        assertThat(first.page.locator("#result")).isFocused();
        assertThat(first.page.locator("[data-save-state]")).hasAttribute("data-state", "saved");
        first.blame(Look.closely(first.page, "rehearsal in a quiz"));
        var cookies = first.context().cookies();
        doomed.close();
        try (Visit second = Visit.on(Screen.PHONE)) {
            second.context().addCookies(cookies);
            second.open(address);
            assertThat(second.page.locator(".rehearsal-task")).hasText("Друге завдання");
            second.page.locator(".mock input").fill("Ганна");
            second.page.keyboard().press("Enter");
            assertThat(second.page.locator(".rehearsal-task")).hasText("Третє завдання");
            second.page.locator("button[name=show]").click();
            assertThat(second.page.locator("#result")).containsText("Усі кроки пройдено");
            EveryPageTest.acts(second, "rehearsal done in a quiz");
            second.blame(Look.closely(second.page, "rehearsal done in a quiz"));
            second.press("main button[name=go][value=review]");
            second.press("main form[action$='/submission'] .btn:not(.btn--ghost)");
            assertThat(second.page.locator("main")).containsText("Перше завдання → «Посилання б»");
        }
    }

    @Test
    void a_rehearsal_is_done_by_keyboard_alone() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Rehearsing rehearsing = at(visit, "smartphone-first-steps", APPOINTMENT);
            for (JsonNode step : rehearsing.question().path("steps")) {
                if (step.has("accept")) {
                    KeyboardTest.reach(visit, ".mock input");
                    visit.page.keyboard().type("олена");
                } else {
                    String value = rehearsing.button(rehearsing.label(step)).getAttribute("value");
                    KeyboardTest.reach(visit, ".mock button[value='" + value + "']");
                }
                visit.leave(() -> visit.page.keyboard().press("Enter"));
                assertThat(visit.page.locator("#result").textContent()).contains("Правильно");
            }
            assertThat(visit.page.locator("#result.notice--good")).isVisible();
        }
    }

    @Test
    void places_of_a_picture_are_pressed_by_finger_and_by_keyboard() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Rehearsing rehearsing = at(visit, "smartphone-first-steps", TEXT);
            visit.blame(Look.closely(visit.page, "rehearsal with a picture"));
            Locator camera = rehearsing.button("Камера");
            assertThat(camera.boundingBox().width).isGreaterThanOrEqualTo(48);
            assertThat(camera.boundingBox().height).isGreaterThanOrEqualTo(48);
            rehearsing.press(camera);
            assertThat(visit.page.locator("#result")).containsText("Нам потрібна шестірня");
            KeyboardTest.reach(visit, ".mock-region[value='3']");
            visit.leave(() -> visit.page.keyboard().press("Enter"));
            assertThat(visit.page.locator("#result")).containsText("Правильно");
        }
    }

    @Test
    void without_script_there_are_the_screen_and_the_list() {
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            Rehearsing rehearsing = at(visit, "smartphone-first-steps", TEXT);
            visit.page.locator("details.fold summary").click();
            visit.page
                    .locator("label", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Камера"))
                    .click();
            visit.press("button[name=list]");
            assertThat(visit.page.locator("#result")).containsText("Нам потрібна шестірня");
            visit.page.locator("details.fold summary").click();
            visit.press("button[name=list]");
            assertThat(visit.page.locator("[role=alert]")).isVisible();
            rehearsing.question().path("steps").forEach(rehearsing::right);
            assertThat(visit.page.locator("#result.notice--good")).isVisible();
        }
    }

    @Test
    void the_list_says_the_same_in_english_and_can_be_used_alone() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/");
            visit.inEnglish();
            visit.open(BANK);
            visit.page.locator("details.fold summary").click();
            visit.blame(Look.closely(visit.page, "rehearsal as a list"));
            visit.page
                    .locator("label", new com.microsoft.playwright.Page.LocatorOptions().setHasText("More actions"))
                    .click();
            visit.press("button[name=list]");
            assertThat(visit.page.locator("#result")).containsText("You did not follow fear and hurry");
            visit.press("button[name=show]");
            assertThat(visit.page.locator("#result")).containsText("What is needed: “Block and report”");
        }
    }
}
