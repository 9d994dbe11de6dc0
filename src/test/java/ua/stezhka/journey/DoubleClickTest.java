package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A trembling hand presses twice: every main button of lessons and quizzes does its work once, with script and without. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DoubleClickTest {
    private static final String COURSE = Choice.COURSE;
    private static final String LESSON = "/courses/" + COURSE + "/lessons/bank-call";

    @Test
    void a_double_click_starts_one_attempt_and_submits_it_once() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/courses/" + COURSE + "/quiz");
            Locator start = visit.page.locator("main form .btn:not(.btn--ghost)");
            visit.leave(start::dblclick);
            String attempt = visit.path().replaceAll("/questions/.*", "");
            visit.open("/courses/" + COURSE + "/quiz");
            visit.press("main form .btn:not(.btn--ghost)");
            assertThat(visit.path()).as("the same attempt").startsWith(attempt + "/");
            visit.open(attempt + "/review");
            Locator submit = visit.page.locator("form[action$='/submission'] .btn:not(.btn--ghost)");
            visit.leave(submit::dblclick);
            assertThat(visit.path()).isEqualTo(attempt + "/result");
            visit.open(attempt + "/log");
            assertThat(visit.page.locator("tbody tr").count())
                    .as("start and submission")
                    .isEqualTo(2);
        }
    }

    @Test
    void a_double_click_goes_on_by_one_question_and_saves_its_answer_once() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            Choice.open(visit);
            int position = Integer.parseInt(visit.path().replaceAll(".*/", ""));
            String attempt = visit.path().replaceAll("/questions/.*", "");
            Locator next = visit.page.locator("main button[name=go][value=next]");
            Choice.tap(visit.page, 1);
            visit.leave(next::dblclick);
            assertThat(visit.path()).isEqualTo(attempt + "/questions/" + (position + 1));
            visit.open(attempt + "/log");
            assertThat(visit.page.locator("tbody tr").count())
                    .as("start and one answer")
                    .isEqualTo(2);
        }
    }

    @Test
    void a_double_click_goes_on_by_one_step_of_a_lesson() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open(LESSON + "/steps/1");
            visit.leave(visit.page.locator("form[action$='/completion'] button")::dblclick);
            assertThat(visit.path()).isEqualTo(LESSON + "/steps/2");
        }
    }

    @Test
    void the_same_forms_sent_twice_lead_to_the_same_place() {
        TestBrowser browser = new TestBrowser();
        String attempt = twice(browser, "/courses/" + COURSE + "/quiz/attempts");
        assertThat(twice(browser, attempt + "/questions/1/response", "go", "next"))
                .isEqualTo(attempt + "/questions/2");
        assertThat(twice(browser, attempt + "/submission")).isEqualTo(attempt + "/result");
        assertThat(twice(browser, LESSON + "/steps/1/completion")).isEqualTo(LESSON + "/steps/2");
        assertThat(browser.get("/api/v1/progress/" + COURSE)
                        .json()
                        .get("lessons")
                        .findValue("stepsDone")
                        .asInt())
                .isEqualTo(1);
    }

    private static String twice(TestBrowser browser, String path, String... form) {
        String first = browser.post(path, form).location();
        assertThat(browser.post(path, form).location()).isEqualTo(first);
        return first;
    }
}
