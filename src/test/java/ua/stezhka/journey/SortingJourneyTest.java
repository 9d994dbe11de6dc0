package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.QuizFixtures;

/** Putting things into groups and pointing at a place: by finger and by keyboard, and nothing is lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SortingJourneyTest {
    private static final int ITEMS = 3;

    @Inject
    QuizFixtures fixtures;

    @Test
    void groups_chosen_by_finger_are_there_again_after_the_browser_was_killed() {
        answerAndKill(
                "categorise",
                page -> {
                    for (int item = 1; item <= ITEMS; item++) {
                        page.locator("label[for='q-group-" + item + "-2']").click();
                    }
                },
                page -> {
                    for (int item = 1; item <= ITEMS; item++) {
                        assertThat(page.locator("#q-group-" + item + "-2")).isChecked();
                    }
                });
    }

    @Test
    void groups_chosen_by_keyboard_are_there_again_after_the_browser_was_killed() {
        answerAndKill(
                "categorise",
                page -> {
                    page.locator("#q-group-1-1").focus();
                    page.keyboard().press("Space");
                    page.keyboard().press("Tab");
                    page.keyboard().press("ArrowRight");
                },
                page -> {
                    assertThat(page.locator("#q-group-1-1")).isChecked();
                    assertThat(page.locator("#q-group-2-2")).isChecked();
                    assertThat(page.locator("[name='group-3']:checked").count()).isZero();
                });
    }

    @Test
    void a_place_pressed_on_the_picture_is_there_again_after_the_browser_was_killed() {
        answerAndKill("hotspot", page -> page.locator("[data-spot='2'] > path").click(), page -> chosen(page, 2));
    }

    @Test
    void a_place_chosen_in_the_list_by_keyboard_is_there_again_after_the_browser_was_killed() {
        answerAndKill(
                "hotspot",
                page -> {
                    page.locator("#q-1").focus();
                    page.keyboard().press("ArrowDown");
                    page.keyboard().press("ArrowDown");
                },
                page -> chosen(page, 3));
    }

    @Test
    void pressing_beside_the_places_chooses_nothing_and_not_knowing_takes_the_place_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit, "hotspot");
            visit.page.locator(".spots").click(new Locator.ClickOptions().setPosition(160, 170));
            assertThat(visit.page.locator("[name=regions]:checked").count()).isZero();
            visit.page.locator("[data-spot='1'] > path").click();
            chosen(visit.page, 1);
            Choice.waitFor(visit.page, "saved");
            visit.page.locator("label[for='q-unknown']").click();
            assertThat(visit.page.locator("[data-chosen]").count()).isZero();
            Choice.waitFor(visit.page, "saved");
            visit.page.locator("[data-clear]").click();
            assertThat(visit.page.locator("[name=regions]:checked").count()).isZero();
        }
    }

    @Test
    void an_answer_given_without_network_waits_and_goes_out() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit, "categorise");
            String address = visit.path();
            visit.cut(true);
            visit.page.locator("label[for='q-group-1-2']").click();
            Choice.waitFor(visit.page, "waiting");
            visit.page.close();
            visit.cut(false);
            visit.page = visit.another();
            visit.open(address);
            assertThat(visit.page.locator("#q-group-1-2")).isChecked();
            Choice.waitFor(visit.page, "saved");
        }
    }

    @Test
    void a_forgotten_tab_tells_both_answers_in_words() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit, "categorise");
            Page forgotten = visit.page;
            Page other = visit.another();
            other.navigate(forgotten.url());
            other.locator("label[for='q-group-1-1']").click();
            Choice.waitFor(other, "saved");
            forgotten.locator("label[for='q-group-1-2']").click();
            assertThat(forgotten.locator("[data-conflict]")).isVisible();
            assertThat(forgotten.locator("[data-conflict-mine]"))
                    .hasText(Pattern.compile("^Варіант [abc] → Варіант blue$"));
            assertThat(forgotten.locator("[data-conflict-stored]"))
                    .hasText(Pattern.compile("^Варіант [abc] → Варіант red$"));
            forgotten.locator("[data-conflict-take]").click();
            assertThat(forgotten.locator("#q-group-1-1")).isChecked();
        }
    }

    @Test
    void every_place_is_large_enough_for_a_finger_on_a_phone() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            for (String lesson : List.of("links-and-sites/steps/4")) {
                visit.open("/courses/internet-safety/lessons/" + lesson);
                List<Locator> places = visit.page.locator("[data-spot] > path").all();
                assertThat(places).hasSizeGreaterThan(1);
                for (Locator place : places) {
                    assertThat(place.boundingBox().width).isGreaterThanOrEqualTo(48);
                    assertThat(place.boundingBox().height).isGreaterThanOrEqualTo(48);
                }
            }
        }
    }

    private static void chosen(Page page, int place) {
        assertThat(page.locator("#q-" + place)).isChecked();
        assertThat(page.locator("[data-chosen]")).hasCount(1);
        assertThat(page.locator("[data-chosen]")).hasAttribute("data-spot", Integer.toString(place));
    }

    private void open(Visit visit, String type) {
        visit.open("/courses/" + fixtures.course() + "/quiz");
        visit.press("main form .btn:not(.btn--ghost)");
        while (visit.page.locator("form[data-type='" + type + "']").count() == 0) {
            visit.press("main button[name=go][value=next]");
        }
    }

    private void answerAndKill(String type, Consumer<Page> answer, Consumer<Page> isThere) {
        Browser doomed = Chromium.another();
        Visit first = Visit.with(doomed, Screen.PHONE);
        open(first, type);
        String address = first.path();
        answer.accept(first.page);
        isThere.accept(first.page);
        assertThat(Look.closely(first.page, type + " answered")).isEmpty();
        Choice.waitFor(first.page, "saved");
        var cookies = first.context().cookies();
        doomed.close();
        try (Visit second = Visit.on(Screen.PHONE)) {
            second.context().addCookies(cookies);
            second.open(address);
            isThere.accept(second.page);
            second.press("main button[name=go][value=next]");
        }
    }
}
