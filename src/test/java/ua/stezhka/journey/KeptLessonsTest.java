package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** What a device keeps of lessons, for whom, and how it goes again. R-L-01, R-L-04. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeptLessonsTest {
    private static final String KEPT = """
            async () => [...(await indexedDB.databases()).map(each => each.name), ...(await caches.keys()),
                         ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope)].join()""";

    @Test
    void a_page_that_is_not_here_is_stood_in_for() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            LessonCopies.keep(visit);
            visit.cut(true);
            visit.open("/my");
            assertThat(visit.page.locator("h1")).hasText("Немає зв’язку з інтернетом");
            assertThat(visit.page.locator("[data-offline-lessons] a")).hasText("Дзвінок «із банку»");
            visit.blame(Look.closely(visit.page, "no network"));
            visit.press("[data-offline-lessons] a");
            LessonCopies.stands(visit.page, 1);
            visit.cut(false);
            visit.open("/courses");
            visit.inEnglish();
            visit.cut(true);
            visit.open("/help");
            assertThat(visit.page.locator("h1")).hasText("No internet connection");
            assertThat(visit.page.locator("[data-offline-lessons] a")).hasCount(1);
            visit.cut(false);
            visit.press("[data-offline-again]");
            assertThat(visit.page.locator("[data-offline-page]")).hasCount(0);
            assertThat(visit.path()).isEqualTo("/help");
        }
    }

    @Test
    void a_whole_course_is_kept_and_taken_away_when_somebody_asks() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/courses");
            assertThat(visit.page.locator("[data-kept-course]:visible")).hasCount(0);
            visit.open("/courses/" + LessonCopies.COURSE);
            Locator box = visit.page.locator("[data-keep-course]");
            assertThat(box.locator("[data-keep]")).hasText(Pattern.compile("Зберегти на пристрої · \\d{3} КБ"));
            visit.blame(Look.closely(visit.page, "a course to keep"));
            box.locator("[data-keep]").click();
            assertThat(box.locator("[data-keep-state]"))
                    .containsText(
                            "Усі уроки є на цьому пристрої.",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LessonCopies.SOON));
            assertThat(box.locator("[data-keep-not]")).isFocused();
            visit.blame(Look.closely(visit.page, "a course that is kept"));
            visit.open("/courses");
            assertThat(visit.page.locator("[data-kept-course=" + LessonCopies.COURSE + "]"))
                    .isVisible();
            visit.blame(Look.closely(visit.page, "catalogue with a course that is kept"));
            String[] titles = StreamSupport.stream(
                            Walk.json(visit.ask("GET", "/api/v1/courses/" + LessonCopies.COURSE + "/copy?lang=uk"))
                                    .path("lessons")
                                    .spliterator(),
                            false)
                    .map(lesson -> lesson.path("title").asText())
                    .toArray(String[]::new);
            visit.cut(true);
            visit.open("/my");
            assertThat(visit.page.locator("[data-offline-lessons] a")).hasText(titles);
            for (String lesson : List.of("passwords", "if-it-happened")) {
                visit.open("/courses/" + LessonCopies.COURSE + "/lessons/" + lesson);
                assertThat(LessonCopies.step(visit.page)).isVisible();
            }
            visit.cut(false);
            visit.open("/courses/" + LessonCopies.COURSE);
            box.locator("[data-keep-not]").click();
            assertThat(box.locator("[data-keep-state]")).containsText("Уроки прибрано з пристрою.");
            assertThat(visit.page.evaluate("async () => (await stezhkaDevice.all('copies')).length"))
                    .isEqualTo(0);
        }
    }

    /** R-L-04. */
    @Test
    void signing_out_leaves_nothing_behind() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String name = "Мирон Приклад " + TestPeople.suffix();
            TestPeople.register(name);
            visit.signIn(name);
            LessonCopies.keep(visit);
            assertThat((String) visit.page.evaluate(KEPT)).contains("stezhka-lessons");
            visit.open("/settings");
            visit.press("form[data-sign-out] button");
            assertThat(visit.path()).isEqualTo("/signed-out");
            visit.until(KEPT, "''");
        }
    }

    /** Nobody who opens no lesson gets anything onto the device. */
    @Test
    void other_pages_keep_nothing() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            for (String path : List.of("/", "/courses", "/help", "/my", "/courses/" + LessonCopies.COURSE + "/quiz")) {
                visit.open(path);
                assertThat(visit.page.evaluate(KEPT)).as(path).isEqualTo("");
            }
        }
    }
}
