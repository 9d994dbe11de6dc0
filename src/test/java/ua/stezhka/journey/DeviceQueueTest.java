package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.QuizFixtures;

/** The queue of answers on a device: it survives a power cut, and believes nobody but the server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeviceQueueTest {
    private static final String ANSWERS = "**/responses/**";
    private static final double FIVE_SECONDS = 5000;
    private static final double BACK_OFF = 20_000;

    @Inject
    QuizFixtures fixtures;

    /** Artemis PR #12948: after a power outage restored answers were shown and never sent. */
    @Test
    void after_a_power_cut_an_answer_goes_out_within_five_seconds_of_opening_without_a_click(@TempDir Path folder) {
        Visit before = Visit.in(Chromium.keeping(folder));
        Choice.open(before);
        String address = before.path();
        before.cut(true);
        Choice.tap(before.page, 1);
        Choice.waitFor(before.page, "waiting");
        List<Cookie> cookies = before.context().cookies();
        Chromium.kill(folder);
        try (Visit after = Visit.in(Chromium.keeping(folder))) {
            // Chromium writes cookies to the disk half a minute after they came; this one is killed sooner.
            after.context().addCookies(cookies);
            after.page.waitForResponse(
                    answer -> answer.url().contains("/responses/") && answer.status() == 200,
                    new Page.WaitForResponseOptions().setTimeout(FIVE_SECONDS),
                    () -> after.open(address));
            Choice.waitFor(after.page, "saved");
        }
        assertSaved(cookies, address);
    }

    private static void assertSaved(List<Cookie> cookies, String address) {
        try (Visit second = Visit.on(Screen.DESKTOP)) {
            second.context().addCookies(cookies);
            second.open(address);
            assertThat(Choice.at(second.page, 1)).isChecked();
        }
    }

    /** R-Q-20. */
    @Test
    void the_sign_in_page_of_a_cafe_is_no_receipt() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            visit.context()
                    .route(
                            ANSWERS,
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(200)
                                    .setContentType("text/html; charset=utf-8")
                                    .setBody("<h1>Welcome to Cafe Wi-Fi</h1>")));
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            visit.context().unroute(ANSWERS);
            Choice.waitFor(visit.page, "saved");
            visit.page.reload();
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }

    /** R-L-03: an overloaded server is asked again, and nothing is dropped. */
    @Test
    void a_server_that_is_busy_gets_the_answer_later() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            for (int status : new int[] {429, 503, 500, 408}) {
                visit.expect(status);
            }
            List<Integer> answers = new ArrayList<>(List.of(429, 503, 408));
            visit.context().route(ANSWERS, route -> {
                if (answers.isEmpty()) {
                    route.resume();
                } else {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(answers.removeFirst())
                            .setContentType("application/problem+json")
                            .setBody("{\"code\":\"busy\"}"));
                }
            });
            Choice.tap(visit.page, 1);
            assertThat(visit.page.locator("[data-save-state]"))
                    .hasAttribute(
                            "data-state", "saved", new LocatorAssertions.HasAttributeOptions().setTimeout(BACK_OFF));
            assertThat(answers).isEmpty();
        }
    }

    /** Kolibri #3913: an answer was lost unless somebody stayed for five seconds. */
    @Test
    void an_answer_is_saved_by_whoever_leaves_the_page_at_once() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            String address = visit.path();
            Choice.tap(visit.page, 1);
            visit.open("/help");
            assertSaved(visit.context().cookies(), address);
        }
    }

    /** MDL-80003, Artemis #1770: some types were not saved. One browser answers, is gone, and another one shows the same. */
    @Test
    void every_type_of_question_is_saved_without_a_press() {
        List<Cookie> cookies;
        List<Object> answered = new ArrayList<>();
        String attempt;
        Visit first = Visit.with(Chromium.another(), Screen.PHONE);
        first.open("/courses/" + fixtures.course() + "/quiz");
        first.press("main form .btn:not(.btn--ghost)");
        attempt = first.path().replaceAll("/questions/.*", "");
        int count = first.page.locator(".path i").count();
        for (int position = 1; position <= count; position++) {
            first.open(attempt + "/questions/" + position);
            answer(first.page);
            Choice.waitFor(first.page, "saved");
            answered.add(fields(first.page));
        }
        cookies = first.context().cookies();
        first.context().browser().close();
        try (Visit second = Visit.on(Screen.DESKTOP)) {
            second.context().addCookies(cookies);
            for (int position = 1; position <= count; position++) {
                second.open(attempt + "/questions/" + position);
                assertThat(fields(second.page)).as("question " + position).isEqualTo(answered.get(position - 1));
            }
        }
    }

    private static void answer(Page page) {
        String form = "#question ";
        for (Locator text : page.locator(form + "input[type=text]").all()) {
            text.fill("слово");
        }
        for (Locator choice : page.locator(form + "select:visible").all()) {
            choice.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        }
        Locator options = page.locator(form + ".options input:not([data-unknown])");
        if (options.count() > 0) {
            Choice.tap(page, 0);
        }
        for (Locator group : page.locator(form + ".chips").all()) {
            group.locator("label").first().click();
        }
        Locator moves = page.locator(form + "[data-move=down]:not([disabled])");
        if (moves.count() > 0) {
            moves.first().click();
        }
    }

    private static Object fields(Page page) {
        return page.evaluate("""
                () => [...document.querySelectorAll('#question input, #question select, #question [data-item]')].map(it =>
                    it.matches('[data-item]') ? it.getAttribute('data-item')
                    : /radio|checkbox/.test(it.type) ? it.name + '=' + it.value + ':' + it.checked
                    : it.closest('[data-item]') ? '' : it.name + '=' + it.value).join(' ')""");
    }
}
