package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AttemptPagesTest {
    private static final int QUESTIONS = QuizFixtures.LENGTH;
    private static final String NEEDED = BigDecimal.valueOf(QUESTIONS * 7L, 1)
            .stripTrailingZeros()
            .toPlainString()
            .replace('.', ',');

    @Inject
    QuizFixtures fixtures;

    @Inject
    QuizAttempts seen;

    private final TestBrowser browser = new TestBrowser();

    /** Starts the final quiz of a new course as a new guest; the address of the attempt. */
    private String begin() {
        return begin(fixtures.course());
    }

    private String begin(String course) {
        TestBrowser.Answer started = browser.post("/courses/" + course + "/quiz/attempts");
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private String question(String attempt, String type) {
        for (int position = 1; position <= QUESTIONS; position++) {
            String address = attempt + "/questions/" + position;
            if (PaperForm.open(browser, address).type().equals(type)) {
                return address;
            }
        }
        throw new AssertionError("no question of type " + type);
    }

    private void answerEverythingRightly(String attempt) {
        for (int position = 1; position <= QUESTIONS; position++) {
            TestBrowser.Answer went = PaperForm.open(browser, attempt + "/questions/" + position)
                    .answer(seen.rightAnswer(id(attempt), position))
                    .press("next");
            assertThat(went.status()).as(went.body()).isEqualTo(303);
        }
    }

    private static UUID id(String attempt) {
        return UUID.fromString(attempt.substring("/attempts/".length()));
    }

    @Test
    void before_the_quiz_people_read_what_to_expect() {
        String course = fixtures.course();
        browser.get("/courses/" + course + "/quiz");
        TestBrowser.Answer answer = browser.get("/courses/" + course + "/quiz");
        Document page = answer.page();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".facts dd").eachText())
                .containsExactly("" + QUESTIONS, "10 хвилин", "без обмежень", NEEDED + " із " + QUESTIONS);
        assertThat(page.select("main button").eachText()).containsExactly("Почати тест");
        assertThat(answer.statements()).isLessThanOrEqualTo(3);
    }

    @Test
    void all_types_are_answered_without_script_and_the_result_is_full() {
        String course = fixtures.course();
        String attempt = begin(course);
        answerEverythingRightly(attempt);
        Document review = browser.open(attempt + "/review").page();
        assertThat(review.select(".lead").text())
                .startsWith("Відповіли на " + QUESTIONS + " запитань із " + QUESTIONS + ".");
        TestBrowser.Answer submitted = browser.post(attempt + "/submission");
        assertThat(submitted.location()).isEqualTo(attempt + "/result");
        TestBrowser.Answer result = browser.get(submitted.location());
        assertThat(result.page().select("h1").text()).isEqualTo("Вітаємо, ви склали тест!");
        assertThat(result.page().select(".lead").text())
                .isEqualTo(QUESTIONS + " із " + QUESTIONS + ". Щоб скласти, досить було " + NEEDED + ".");
        assertThat(result.page().select("main a.btn").first().attr("href"))
                .isEqualTo("/courses/" + course + "/certificate");
        assertThat(result.page().select("li.done .verdict--right")).hasSize(QUESTIONS);
        assertThat(browser.get(submitted.location()).statements()).isLessThanOrEqualTo(4);
    }

    @Test
    void an_attempt_page_takes_two_statements() {
        String attempt = begin();
        browser.get(attempt + "/questions/1");
        for (int position = 1; position <= QUESTIONS; position++) {
            TestPeople.forgetSessions();
            assertThat(browser.get(attempt + "/questions/" + position).statements())
                    .isEqualTo(2);
        }
        TestPeople.forgetSessions();
        assertThat(browser.get(attempt + "/review").statements()).isEqualTo(2);
    }

    @Test
    void who_sends_a_request_is_asked_once_a_second_at_most() {
        String attempt = begin();
        List<Integer> statements = IntStream.rangeClosed(1, 8)
                .mapToObj(turn -> browser.get(attempt + "/questions/1").statements())
                .toList();
        assertThat(statements).contains(1);
    }

    @Test
    void every_answer_is_shown_again_as_it_was_given() {
        String attempt = begin();
        answerEverythingRightly(attempt);
        for (int position = 1; position <= QUESTIONS; position++) {
            PaperForm form = PaperForm.open(browser, attempt + "/questions/" + position);
            assertThat(form.form().attr("data-state")).isEqualTo("answered");
            assertThat(form.revision()).isEqualTo(1);
            // Going on without a change saves nothing.
            form.press("next");
            assertThat(PaperForm.open(browser, attempt + "/questions/" + position)
                            .revision())
                    .isEqualTo(1);
        }
    }

    @Test
    void going_on_without_an_answer_leaves_the_question_never_answered() {
        String attempt = begin();
        for (int position = 1; position <= QUESTIONS; position++) {
            PaperForm.open(browser, attempt + "/questions/" + position).press("next");
        }
        assertThat(browser.open(attempt + "/review").page().select(".tag--sky")).hasSize(QUESTIONS);
    }

    @Test
    void not_knowing_and_taking_an_answer_back_are_kept_apart() {
        String address = question(begin(), "short-text");
        PaperForm.open(browser, address).tick("unknown", "1").press("next");
        Element unknown = browser.get(address).page().selectFirst("input[name=unknown]");
        assertThat(unknown.hasAttr("checked")).isTrue();
        PaperForm.open(browser, address).untick("unknown").type("text", "слово").press("stay");
        TestBrowser.Answer cleared = PaperForm.open(browser, address).press("clear");
        assertThat(cleared.location()).isEqualTo(address);
        assertThat(PaperForm.open(browser, address).form().attr("data-state")).isEqualTo("cleared");
    }

    @Test
    void a_flag_brings_people_back() {
        String attempt = begin();
        PaperForm.open(browser, attempt + "/questions/2").tick("flag", "1").press("next");
        assertThat(browser.open(attempt + "/review")
                        .page()
                        .select("li.flagged a")
                        .attr("href"))
                .isEqualTo(attempt + "/questions/2");
        PaperForm.open(browser, attempt + "/questions/2").untick("flag").press("next");
        assertThat(browser.open(attempt + "/review").page().select("li.flagged"))
                .isEmpty();
    }

    @Test
    void pressing_a_button_twice_has_one_effect() {
        String address = question(begin(), "short-text");
        PaperForm form = PaperForm.open(browser, address).type("text", "слово");
        assertThat(form.press("next").status()).isEqualTo(303);
        assertThat(form.press("next").status()).isEqualTo(303);
        assertThat(PaperForm.open(browser, address).revision()).isEqualTo(1);
    }

    @Test
    void a_stale_window_shows_both_answers_and_the_person_chooses() {
        String address = question(begin(), "short-text");
        PaperForm stale = PaperForm.open(browser, address).type("text", "старе вікно");
        PaperForm.open(browser, address).type("text", "нове вікно").press("next");
        TestBrowser.Answer conflict = stale.press("next");
        assertThat(conflict.status()).isEqualTo(409);
        Element section = conflict.page().selectFirst("[data-conflict]");
        assertThat(section.hasAttr("hidden")).isFalse();
        assertThat(section.select("dd").eachText()).containsExactly("старе вікно", "нове вікно");
        assertThat(PaperForm.open(browser, address)
                        .form()
                        .selectFirst("input[name=text]")
                        .attr("value"))
                .isEqualTo("нове вікно");
        PaperForm.of(browser, conflict.page()).press("stay");
        assertThat(PaperForm.open(browser, address)
                        .form()
                        .selectFirst("input[name=text]")
                        .attr("value"))
                .isEqualTo("старе вікно");
    }

    @Test
    void a_result_that_is_not_enough_says_kindly_what_to_repeat() {
        String attempt = begin();
        PaperForm.open(browser, question(attempt, "true-false"))
                .tick("value", "true")
                .press("next");
        browser.post(attempt + "/submission");
        Document result = browser.open(attempt + "/result").page();
        assertThat(result.select("h1").text()).isEqualTo("Поки що 0 із " + QUESTIONS);
        assertThat(result.select("main a.btn").attr("href")).endsWith("/lessons/bank-call");
        assertThat(result.select("main button").eachText()).containsExactly("Пройти тест ще раз");
        assertThat(result.select("[class*=error], [class*=danger], .notice--error"))
                .isEmpty();
    }

    @Test
    void a_submitted_attempt_leads_to_its_result_from_everywhere() {
        String attempt = begin();
        PaperForm open = PaperForm.open(browser, attempt + "/questions/1");
        browser.post(attempt + "/submission");
        assertThat(browser.post(attempt + "/submission").location()).isEqualTo(attempt + "/result");
        assertThat(browser.get(attempt).location()).isEqualTo(attempt + "/result");
        assertThat(browser.get(attempt + "/questions/1").location()).isEqualTo(attempt + "/result");
        assertThat(browser.get(attempt + "/review").location()).isEqualTo(attempt + "/result");
        assertThat(open.press("next").location()).isEqualTo(attempt + "/result");
    }

    @Test
    void a_result_waits_for_the_submission() {
        String attempt = begin();
        assertThat(browser.get(attempt + "/result").location()).isEqualTo(attempt);
        assertThat(browser.get(attempt).location()).isEqualTo(attempt + "/questions/1");
    }

    @Test
    void the_log_tells_everything_in_its_order() {
        String attempt = begin();
        PaperForm.open(browser, question(attempt, "short-text"))
                .type("text", "слово")
                .press("next");
        browser.post(attempt + "/submission");
        Document log = browser.get(attempt + "/log").page();
        assertThat(log.select("tbody td:eq(1)").eachText())
                .containsExactly("Спробу почато", "Відповідь збережено", "Відповіді надіслано");
        assertThat(log.select("tbody tr:eq(1) td:eq(3)").text()).isEqualTo("слово");
    }

    @Test
    void pages_speak_english_too() {
        browser.cookie("stezhka-comfort", "lang=en");
        String attempt = begin();
        Document page = browser.get(attempt + "/questions/1").page();
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Question 1 of " + QUESTIONS);
        assertThat(page.select(".question-prompt").text()).endsWith("(en)");
    }

    @Test
    void an_unknown_course_or_question_is_not_found() {
        String attempt = begin();
        assertThat(browser.get("/courses/no-such-course/quiz").status()).isEqualTo(404);
        assertThat(browser.post("/courses/no-such-course/quiz/attempts").status())
                .isEqualTo(404);
        assertThat(browser.get(attempt + "/questions/0").status()).isEqualTo(404);
        assertThat(browser.get(attempt + "/questions/" + (QUESTIONS + 1)).status())
                .isEqualTo(404);
        assertThat(browser.get("/attempts/not-an-id").status()).isEqualTo(404);
    }
}
