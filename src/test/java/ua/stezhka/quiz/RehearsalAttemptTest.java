package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A rehearsal in a final quiz: one press a step, kept at once, never taken back, and nothing told before the result. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RehearsalAttemptTest {
    private static final String RIGHT = "2";
    private static final String OTHER = "1";

    @Inject
    RehearsalFixtures rehearsals;

    @Inject
    ScoreAudit audit;

    private final TestBrowser browser = new TestBrowser();
    private String attempt;
    private String question;

    @BeforeEach
    void begin() {
        attempt = browser.post("/courses/" + rehearsals.course() + "/quiz/attempts")
                .location();
        question = PaperForm.open(browser, attempt + "/questions/1").type().equals("rehearsal")
                ? attempt + "/questions/1"
                : attempt + "/questions/2";
    }

    private PaperForm page() {
        return PaperForm.open(browser, question);
    }

    private void press(String part) {
        TestBrowser.Answer answer = page().press("part", part);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(question);
    }

    private String api() {
        return "/api/v1" + attempt;
    }

    private com.fasterxml.jackson.databind.JsonNode asked() {
        int position = Integer.parseInt(question.substring(question.length() - 1));
        return browser.get(api()).json().get("questions").get(position - 1);
    }

    private static Map<String, Object> step(int step, @Nullable String part) {
        return part == null ? Map.of("step", "" + step) : Map.of("step", "" + step, "part", part);
    }

    private TestBrowser.Answer put(UUID saveId, int base, String state, @Nullable List<Map<String, Object>> presses) {
        Map<String, Object> save = new LinkedHashMap<>();
        save.put("saveId", saveId);
        save.put("baseRevision", base);
        save.put("state", state);
        save.put("answer", presses == null ? null : Map.of("presses", presses));
        return browser.sendJson("PUT", api() + "/responses/" + question.substring(question.length() - 1), save);
    }

    private TestBrowser.Answer put(int base, List<Map<String, Object>> presses) {
        return put(UUID.randomUUID(), base, "answered", presses);
    }

    @Test
    void a_press_is_kept_and_nothing_tells_whether_it_was_right() {
        String before = browser.get(question).body();
        assertThat(before).contains("Це тренажер. Нічого не надсилається").doesNotContain("Другий екран");
        press(OTHER);
        Document after = browser.get(question).page();
        assertThat(after.select("#result").text()).isEqualTo("Ви вибрали: «Кнопка а». Записано. Можна йти далі.");
        assertThat(after.select(".rehearsal-task").text()).isEqualTo("Друге завдання");
        assertThat(after.select("[data-clear]")).isEmpty();
        assertThat(after.select("[data-save-state]").text()).startsWith("Збережено о");

        TestBrowser another = new TestBrowser();
        String theirs = another.post("/courses/" + rehearsals.course() + "/quiz/attempts")
                .location();
        String place = PaperForm.open(another, theirs + "/questions/1").type().equals("rehearsal") ? "1" : "2";
        PaperForm.open(another, theirs + "/questions/" + place).press("part", RIGHT);
        Document right = another.get(theirs + "/questions/" + place).page();
        assertThat(right.select("fieldset").first().text().replace("«Посилання б»", "«Кнопка а»"))
                .isEqualTo(after.select("fieldset").first().text());
    }

    @Test
    void no_payload_tells_the_key_or_a_screen_before_its_step() {
        StringBuilder told = new StringBuilder();
        told.append(browser.get(question).body()).append(browser.get(api()).body());
        assertThat(told.toString()).doesNotContain("Друг").doesNotContain("Трет");
        press(RIGHT);
        told.append(browser.get(question).body()).append(browser.get(api()).body());
        assertThat(told.toString()).doesNotContain("Третє");
        page().press("show", "1");
        press("9");
        told.append(browser.get(question).body())
                .append(browser.get(api()).body())
                .append(browser.get(attempt + "/review").body())
                .append(browser.get(attempt + "/log").body());
        assertThat(told.toString())
                .doesNotContain(QuizFixtures.SECRET)
                .doesNotContain("verdict")
                .doesNotContain("Правильно")
                .doesNotContainIgnoringCase("\"score");
    }

    @Test
    void the_result_counts_first_presses_and_the_log_gives_the_same_score() {
        press(RIGHT);
        page().type("text-1", "олена secret").press("part", "1");
        press(OTHER);
        assertThat(browser.get(question).page().select("#result").text()).startsWith("Усі кроки пройдено");
        assertThat(browser.post(attempt + "/submission").location()).isEqualTo(attempt + "/result");
        Document result = browser.get(attempt + "/result").page();
        assertThat(result.select("h1").text()).isEqualTo("Поки що 0,6 із 2");
        assertThat(result.body().text())
                .contains("Перше завдання → «Посилання б»")
                .contains("Друге завдання → «олена secret» у полі «Ім’я»")
                .contains("Третє завдання → «5»");
        UUID id = UUID.fromString(attempt.substring("/attempts/".length()));
        assertThat(audit.differences())
                .noneMatch(difference -> difference.attemptId().equals(id));
        Document log = browser.get(attempt + "/log").page();
        assertThat(log.select("tbody td:eq(1)").eachText())
                .containsExactly(
                        "Спробу почато",
                        "Відповідь збережено",
                        "Відповідь збережено",
                        "Відповідь збережено",
                        "Відповіді надіслано");
    }

    @Test
    void asking_to_be_shown_goes_on_and_shows_only_after_the_quiz() {
        page().press("show", "1");
        assertThat(browser.get(question).page().select("#result").text())
                .isEqualTo("Ви вибрали: «Не знаю, покажіть». Записано. Можна йти далі.");
        assertThat(asked().get("rehearsal").get("step").asInt()).isEqualTo(2);
    }

    @Test
    void fifty_presses_of_one_button_are_one_press() throws Exception {
        PaperForm form = page();
        assertThat(Together.call(50, () -> form.press("part", OTHER).status())).containsOnly(303);
        assertThat(page().revision()).isEqualTo(1);
        assertThat(asked().get("answer").get("presses")).hasSize(1);
    }

    @Test
    void a_press_in_an_old_window_shows_where_the_rehearsal_stands_and_is_noted() {
        PaperForm old = page();
        press(RIGHT);
        TestBrowser.Answer late = old.press("part", OTHER);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("[data-conflict] h2").text()).isEqualTo("Цей крок уже пройдено");
        assertThat(late.page().select("[data-conflict-mine]").text()).isEqualTo("Перше завдання → «Кнопка а»");
        assertThat(late.page().select("[data-conflict-stored]").text()).isEqualTo("Перше завдання → «Посилання б»");
        assertThat(late.page().select(".rehearsal-task").text()).isEqualTo("Друге завдання");
        assertThat(late.page().select("[data-conflict] a").attr("href")).isEqualTo(question);
        assertThat(asked().get("answer").get("presses").get(0).get("part").asText())
                .isEqualTo(RIGHT);
        assertThat(browser.get(attempt + "/log").page().select("tbody td:eq(1)").eachText())
                .endsWith("Надійшла інша відповідь із застарілої сторінки");
        // Going on from an old window loses nothing either.
        assertThat(old.press("next").status()).isEqualTo(303);
        assertThat(asked().get("answer").get("presses")).hasSize(1);
    }

    @Test
    void the_same_press_of_an_old_window_is_no_other_answer() {
        PaperForm old = page();
        PaperForm another = page();
        assertThat(old.press("part", RIGHT).status()).isEqualTo(303);
        page().type("text-1", "Ганна").press("part", "1");
        assertThat(another.press("part", RIGHT).status()).isEqualTo(303);
        assertThat(asked().get("answer").get("presses")).hasSize(2);
    }

    @Test
    void presses_are_never_taken_back() {
        press(OTHER);
        assertThat(page().press("clear").status()).isEqualTo(303);
        assertThat(page().press("again", "1").status()).isEqualTo(303);
        assertThat(page().press("unknown", "1").status()).isEqualTo(303);
        assertThat(put(UUID.randomUUID(), 1, "cleared", null).status()).isEqualTo(409);
        assertThat(put(UUID.randomUUID(), 1, "unknown", null).status()).isEqualTo(409);
        for (int base : new int[] {1, 2, 1000}) {
            TestBrowser.Answer changed = put(base, List.of(step(1, RIGHT)));
            assertThat(changed.status()).as("base " + base).isEqualTo(409);
            assertThat(changed.json().get("code").asText()).isEqualTo("quiz.stale_answer");
            assertThat(put(base, List.of(step(1, RIGHT), step(2, "1"))).status())
                    .isEqualTo(409);
        }
        assertThat(asked().get("answer").get("presses")).hasSize(1);
        assertThat(put(1, List.of(step(1, OTHER), step(2, null))).status()).isEqualTo(200);
    }

    @Test
    void a_step_is_not_skipped_and_a_part_of_another_screen_is_not_pressed() {
        assertThat(put(0, List.of(step(2, "1"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(step(1, "1"), step(3, "1"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(step(1, "1"), step(1, "2"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(step(1, "17"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(step(1, "1"), step(2, "5"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(step(1, "1"), step(2, "1"), step(3, "1"), step(4, "1")))
                        .status())
                .isEqualTo(422);
        assertThat(put(0, List.of(step(1, QuizFixtures.id("b")))).status()).isEqualTo(422);
        assertThat(put(0, List.of(Map.of("part", "1"))).status()).isEqualTo(422);
        assertThat(put(0, List.of(Map.of("step", "1", "part", 1))).status()).isEqualTo(422);
        assertThat(put(0, List.of(Map.of("step", "1", "part", "1", "text", "я".repeat(501))))
                        .status())
                .isEqualTo(422);
        assertThat(page().press("part", "17").status()).isEqualTo(422);
        assertThat(page().revision()).isZero();
    }

    @Test
    void programs_press_one_by_one_and_a_replay_gets_the_first_receipt() {
        var rehearsal = asked().get("rehearsal");
        assertThat(rehearsal.get("steps").asInt()).isEqualTo(3);
        assertThat(rehearsal.get("screen").asText()).isEqualTo("Перший екран");
        assertThat(rehearsal.get("task").asText()).isEqualTo("Перше завдання");
        assertThat(rehearsal.get("parts")).hasSize(16);
        UUID saveId = UUID.randomUUID();
        TestBrowser.Answer first = put(saveId, 0, "answered", List.of(step(1, RIGHT)));
        assertThat(first.json().get("revision").asInt()).isEqualTo(1);
        put(1, List.of(step(1, RIGHT), Map.of("step", "2", "part", "1", "text", RehearsalFixtures.WORDING)));
        TestBrowser.Answer replay = put(saveId, 0, "answered", List.of(step(1, RIGHT)));
        assertThat(replay.json().get("revision").asInt()).isEqualTo(1);
        assertThat(asked().get("rehearsal").get("step").asInt()).isEqualTo(3);
        put(
                2,
                List.of(
                        step(1, RIGHT),
                        Map.of("step", "2", "part", "1", "text", RehearsalFixtures.WORDING),
                        step(3, "9")));
        assertThat(asked().get("rehearsal").get("task").isNull()).isTrue();
        browser.post(attempt + "/submission");
        assertThat(browser.get(api() + "/result").json().get("scaled").decimalValue())
                .isEqualByComparingTo("0.5");
    }

    @Test
    void a_rehearsal_that_was_left_in_the_middle_is_where_the_attempt_goes_on() {
        String other = attempt + (question.endsWith("1") ? "/questions/2" : "/questions/1");
        PaperForm.open(browser, other).tick("option", "1").press("next");
        press(RIGHT);
        assertThat(browser.get(attempt).location()).isEqualTo(question);
        assertThat(browser.get(attempt + "/review").page().select(".trail .tag").text())
                .isEqualTo("Розпочато");
    }
}
