package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** A lesson that was opened can be read, answered and finished without a network, and everything counts later. R-L-01 to R-L-04. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OfflineLessonTest {
    private static final String LESSON = LessonCopies.LESSON;
    private static final String WAITING = "async () => (await stezhkaDevice.all('events')).length";

    private static JsonNode progress(Visit visit) {
        return Walk.json(visit.ask("GET", "/api/v1/progress/" + LessonCopies.COURSE))
                .path("lessons")
                .get(0);
    }

    @Test
    void a_lesson_is_finished_without_a_network_and_counts_when_there_is_one() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            LessonCopies.keep(visit);
            visit.cut(true);
            LessonCopies.leave(visit.page);
            LessonCopies.stands(visit.page, 2);
            LessonCopies.waits(visit.page, "1 дія чекає на зв’язок.");
            visit.blame(Look.closely(visit.page, "copy of a lesson"));
            LessonCopies.goOn(visit.page, LessonCopies.MANY);
            answerManyChoices(visit);
            LessonCopies.goOn(visit.page, 4);
            LessonCopies.goOn(visit.page, 5);
            LessonCopies.goOn(visit.page, LessonCopies.ONE);
            LessonCopies.goOn(visit.page, LessonCopies.REHEARSAL);
            rehearse(visit);
            LessonCopies.goOn(visit.page, LessonCopies.TRUTH);
            LessonCopies.choose(
                    visit.page, LessonCopies.tokens(LessonCopies.key(visit.page).path("right")));
            LessonCopies.check(visit.page);
            assertThat(LessonCopies.result(visit.page)).containsText("Правильно");
            LessonCopies.step(visit.page).locator("[data-go-on] button:visible").click();
            assertThat(visit.page.locator("h1:visible")).hasText("Урок пройдено");
            assertThat(visit.path()).isEqualTo(LESSON + "/finish");
            visit.blame(Look.closely(visit.page, "end of a copy"));

            visit.cut(false);
            LessonCopies.sent(visit.page);
            visit.blame(Look.closely(visit.page, "everything is sent"));
            assertThat(progress(visit).path("stepsDone").asInt()).isEqualTo(LessonCopies.STEPS);
            assertThat(progress(visit).path("completed").asBoolean()).isTrue();
            for (int step : new int[] {LessonCopies.MANY, LessonCopies.REHEARSAL, LessonCopies.TRUTH}) {
                visit.open(LESSON + "/steps/" + step);
                assertThat(visit.page.locator("main > .notice--offline")).hasCount(0);
                assertThat(visit.page.locator("#result.notice--good")).hasCount(1);
            }
        }
    }

    private static void answerManyChoices(Visit visit) {
        Page page = visit.page;
        Locator step = LessonCopies.step(page);
        List<String> right = LessonCopies.tokens(LessonCopies.key(page).path("right"));
        LessonCopies.check(page);
        assertThat(step.locator("[data-nothing]")).isVisible();
        assertThat(step.locator("[data-skip]")).isVisible();
        LessonCopies.choose(page, LessonCopies.tokens(LessonCopies.key(page).path("wrong")));
        LessonCopies.check(page);
        assertThat(step.locator("[data-nothing]")).isHidden();
        assertThat(LessonCopies.result(page)).isFocused();
        assertThat(LessonCopies.result(page)).hasClass("notice notice--again");
        assertThat(step.locator(".option--again")).not().hasCount(0);
        visit.blame(Look.closely(page, "other answer on a copy"));

        page.reload();
        assertThat(LessonCopies.result(page)).hasClass("notice notice--again");
        LessonCopies.choose(page, right);
        LessonCopies.check(page);
        assertThat(LessonCopies.result(page)).hasClass("notice notice--good");
        assertThat(step.locator("input[type=checkbox]:enabled:visible")).hasCount(0);
        assertThat(step.locator("[data-ready]")).isVisible();
        assertThat(step.locator("[data-check-actions]")).isHidden();
        visit.blame(Look.closely(page, "right answer on a copy"));
    }

    private static void rehearse(Visit visit) {
        Page page = visit.page;
        JsonNode steps = LessonCopies.key(page).path("steps");
        String first = steps.get(0).path("part").asText();
        LessonCopies.press(page, first.equals("1") ? "2" : "1");
        assertThat(LessonCopies.result(page)).hasClass("notice notice--again");
        visit.blame(Look.closely(page, "other press on a copy"));
        page.reload();
        assertThat(LessonCopies.result(page)).hasClass("notice notice--again");
        for (JsonNode step : steps) {
            LessonCopies.right(page, step);
        }
        assertThat(LessonCopies.step(page).locator(".trail > li")).hasCount(steps.size());
        assertThat(LessonCopies.step(page).locator(".trail > li").first()).containsText("Знайшли самі");
        assertThat(LessonCopies.step(page).locator("[data-said] .notice--good")).isVisible();
        visit.blame(Look.closely(page, "end of a rehearsal on a copy"));
    }

    @Test
    void what_was_answered_on_a_page_of_the_network_goes_on_in_the_copy() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            LessonCopies.keep(visit);
            visit.open(LESSON + "/steps/" + LessonCopies.ONE);
            visit.cut(true);
            visit.page.locator(".option:not(.option--unknown) label").first().click();
            visit.page
                    .locator("form[action$='/response'] .btn:not(.btn--ghost)")
                    .click();
            visit.page.locator("[data-copy]").waitFor();
            LessonCopies.stands(visit.page, LessonCopies.ONE);
            assertThat(LessonCopies.result(visit.page)).isVisible();
            assertThat(LessonCopies.step(visit.page)
                            .locator("input[type=radio]")
                            .first())
                    .isChecked();
            LessonCopies.waits(visit.page, "1 дія чекає на зв’язок.");
            visit.cut(false);
            LessonCopies.sent(visit.page);
            visit.open(LESSON + "/steps/" + LessonCopies.ONE);
            assertThat(visit.page.locator("#result")).isVisible();
        }
    }

    /** Everybody who presses on comes back to pages of the network by that press. */
    @Test
    void the_next_press_with_a_network_leads_back_to_the_server() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            LessonCopies.keep(visit);
            visit.cut(true);
            LessonCopies.leave(visit.page);
            visit.cut(false);
            LessonCopies.sent(visit.page);
            LessonCopies.step(visit.page).locator("[data-go-on] button:visible").click();
            visit.page.locator("[data-keep-lesson]").waitFor();
            assertThat(visit.path()).isEqualTo(LESSON + "/steps/3");
            assertThat(progress(visit).path("stepsDone").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_killed_browser_loses_nothing(@TempDir Path folder) {
        Visit before = Visit.in(Chromium.keeping(folder));
        LessonCopies.keep(before);
        before.press("form[action$='/completion'] button");
        before.cut(true);
        LessonCopies.leave(before.page);
        LessonCopies.stands(before.page, 3);
        List<Cookie> cookies = before.context().cookies();
        Chromium.kill(folder);
        try (Visit after = Visit.in(Chromium.keeping(folder))) {
            after.context().addCookies(cookies);
            after.cut(true);
            after.open(LESSON);
            LessonCopies.stands(after.page, 3);
            LessonCopies.waits(after.page, "1 дія чекає на зв’язок.");
            after.cut(false);
            LessonCopies.sent(after.page);
            assertThat(progress(after).path("stepsDone").asInt()).isEqualTo(2);
        }
    }

    @Test
    void who_signs_in_meanwhile_gets_nothing_of_what_another_one_did() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.expect(401);
            LessonCopies.keep(visit);
            visit.press("form[action$='/completion'] button");
            visit.cut(true);
            LessonCopies.leave(visit.page);
            visit.context().clearCookies();
            String name = "Лесь Приклад " + TestPeople.suffix();
            TestPeople.register(name);
            // Here the device learns that somebody else is there before anything can be sent.
            visit.page.close();
            visit.page = visit.another();
            visit.cut(false);
            visit.page.navigate("about:blank");
            visit.signIn(name);
            visit.open("/my");
            assertThat(visit.ask("GET", "/api/v1/progress/" + LessonCopies.COURSE)
                            .status())
                    .isEqualTo(404);
            assertThat(visit.page.evaluate(WAITING)).isEqualTo(1);
        }
    }

    /** R-L-03: 401 is held, and asked about. */
    @Test
    void who_was_signed_out_meanwhile_is_asked_to_sign_in_and_loses_nothing() {
        String name = "Софія Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.expect(401);
            visit.signIn(name);
            LessonCopies.keep(visit);
            visit.cut(true);
            LessonCopies.leave(visit.page);
            visit.context().clearCookies();
            visit.cut(false);
            assertThat(visit.page.locator("[data-lessons-held]")).isVisible();
            visit.open("/help");
            assertThat(visit.page.locator("[data-lessons-held]")).isVisible();
            visit.blame(Look.closely(visit.page, "something waits for somebody who is not signed in"));
            visit.press("[data-lessons-held] a");
            visit.page.locator("#login").fill(name);
            visit.page.locator("#password").fill(TestPeople.PASSWORD);
            visit.press("main form .btn:not(.btn--ghost)");
            assertThat(visit.path()).isEqualTo("/help");
            visit.until(WAITING, "0");
            assertThat(progress(visit).path("stepsDone").asInt()).isEqualTo(1);
        }
    }

    /** R-L-03: what is refused is kept and shown. */
    @Test
    void what_the_server_refuses_stays_and_is_shown_until_it_was_seen() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.expect(404);
            LessonCopies.keep(visit);
            visit.cut(true);
            LessonCopies.leave(visit.page);
            LessonCopies.stands(visit.page, 2);
            LessonCopies.goOn(visit.page, LessonCopies.MANY);
            LessonCopies.choose(
                    visit.page, LessonCopies.tokens(LessonCopies.key(visit.page).path("wrong")));
            LessonCopies.check(visit.page);
            LessonCopies.waits(visit.page, "3 дії чекають на зв’язок.");
            // As if one lesson were gone by now, and the question of the other one another.
            visit.page.evaluate("""
                    async () => {
                        const [step, , answer] = await stezhkaDevice.all('events');
                        await stezhkaDevice.put('events', { ...step, lesson: 'gone' });
                        await stezhkaDevice.put('events', { ...answer, version: crypto.randomUUID() });
                    }""");
            visit.cut(false);
            assertThat(visit.page.locator("[data-copy-reading]"))
                    .hasText("Зв’язок є. Зараховано все, крім названого нижче.");
            Locator refused = visit.page.locator("[data-lessons-refused]");
            assertThat(refused.locator("p")).containsText("2 дії, зроблені без зв’язку, не зараховано");
            assertThat(refused.locator("a")).hasCount(2);
            assertThat(refused.locator("a").first()).hasAttribute("href", "/courses/" + LessonCopies.COURSE);
            assertThat(refused.locator("a").last()).hasAttribute("href", LESSON);
            visit.blame(Look.closely(visit.page, "something was refused"));

            visit.open("/my");
            assertThat(refused.locator("a")).hasCount(2);
            visit.blame(Look.closely(visit.page, "something was refused, on another page"));
            refused.locator("a").last().focus();
            visit.page.evaluate("() => { dispatchEvent(new Event('focus')); return stezhkaLessons.send(); }");
            assertThat(refused.locator("a").last()).isFocused();
            refused.locator("button").click();
            assertThat(refused).isHidden();
            assertThat(visit.page.locator("#main")).isFocused();
            visit.open(LESSON);
            visit.until(WAITING, "0");
            assertThat(refused).isHidden();
        }
    }
}
