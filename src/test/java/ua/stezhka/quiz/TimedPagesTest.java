package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;

/** The pages of a quiz with limits, for those who take it and for those who help. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TimedPagesTest {
    @Inject
    CertifyingFixtures certifying;

    @Inject
    ClosingJob closing;

    private static String start(TestBrowser browser, String course) {
        TestBrowser.Answer started = browser.post("/courses/" + course + "/quiz/attempts");
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private static UUID id(String attempt) {
        return UUID.fromString(attempt.substring("/attempts/".length()));
    }

    private static TestBrowser mentor() {
        return TestPeople.with(new RoleGrant(Role.MENTOR, Scope.EVERYWHERE));
    }

    private static Duration left(TestBrowser browser, String attempt) {
        var clock = browser.get("/api/v1" + attempt + "/clock").json();
        return Duration.between(
                Instant.parse(clock.get("serverTime").asText()),
                Instant.parse(clock.get("deadline").asText()));
    }

    @Test
    void the_limits_are_told_before_and_a_second_start_says_from_when() {
        TestBrowser browser = TestPeople.learner();
        String course = certifying.oneADay();
        assertThat(browser.get("/courses/" + course + "/quiz").page().text())
                .contains("3 за 365 днів", "Лишилося 3 спроби.", "Між спробами мають минути 24 години.");
        String attempt = start(browser, course);
        browser.post(attempt + "/submission");
        TestBrowser.Answer refused = browser.post("/courses/" + course + "/quiz/attempts");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select(".notice--help[role=status]").text())
                .matches("Наступна спроба можлива з [0-9., :]+ .*");
        assertThat(refused.page().select("main button")).isEmpty();
        assertThat(browser.get(attempt + "/result").page().text()).contains("Наступна спроба можлива з");
        TestBrowser.Answer program = browser.sendJson("POST", "/api/v1/courses/" + course + "/quiz/attempts", Map.of());
        assertThat(program.status()).isEqualTo(409);
        assertThat(program.json().get("code").asText()).isEqualTo("quiz.attempt_not_yet");
        assertThat(Instant.parse(program.json().get("from").asText())).isAfter(Instant.now());
    }

    @Test
    void a_person_chooses_more_time_before_the_start_without_a_reason() {
        TestBrowser browser = TestPeople.learner();
        String quiz = "/courses/" + certifying.timed(30) + "/quiz";
        assertThat(browser.get(quiz).page().text()).contains("На тест є 30 хвилин.");
        assertThat(browser.post(quiz + "/time", "allowance", "double").location())
                .isEqualTo(quiz);
        assertThat(browser.get(quiz).page().text()).contains("На тест є 60 хвилин.");
        assertThat(browser.post(quiz + "/time", "allowance", "unlimited").status())
                .isEqualTo(403);
        String attempt = browser.post(quiz + "/attempts").location();
        assertThat(left(browser, attempt)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void without_script_a_question_says_when_the_time_is_over() {
        TestBrowser browser = new TestBrowser();
        String attempt = start(browser, certifying.timed(30));
        Document page = browser.get(attempt + "/questions/1").page();
        assertThat(page.select("[data-timer]").text()).matches("Час до (\\d\\d\\.\\d\\d\\.\\d{4}, )?\\d\\d:\\d\\d.*");
        assertThat(browser.get(attempt + "/review").page().select("[data-timer-end]"))
                .hasSize(1);
        certifying.endsIn(id(attempt), -5);
        assertThat(browser.get(attempt + "/questions/1")
                        .page()
                        .select("[data-timer]")
                        .text())
                .contains("Час закінчився.", "До результату");
    }

    @Test
    void a_form_that_comes_too_late_is_kept_in_the_log_which_its_person_and_staff_read() {
        TestBrowser browser = TestPeople.learner();
        String attempt = start(browser, certifying.timed(30));
        PaperForm one = PaperForm.open(browser, attempt + "/questions/1");
        PaperForm two = PaperForm.open(browser, attempt + "/questions/2");
        certifying.endsIn(id(attempt), -70);
        assertThat(one.answer(new Answer.ShortText("таємне secret"))
                        .press("next")
                        .location())
                .isEqualTo(attempt + "/review");
        closing.closeAll();
        assertThat(two.answer(new Answer.ShortText("таємне secret"))
                        .press("next")
                        .location())
                .isEqualTo(attempt + "/result");
        assertThat(browser.get(attempt + "/result").page().text()).contains("Час закінчився о");
        for (Document log : new Document[] {
            browser.get(attempt + "/log").page(),
            mentor().get("/administration" + attempt).page()
        }) {
            assertThat(log.select("tbody").text())
                    .contains("Час закінчився, спробу закрито")
                    .containsSubsequence("не рахується", "таємне secret", "не рахується", "таємне secret");
        }
        assertThat(browser.get("/settings/views").page().text()).contains("Ваша спроба підсумкового тесту");
    }

    @Test
    void staff_gives_minutes_and_the_open_page_hears_of_it() {
        TestBrowser browser = TestPeople.learner();
        String attempt = start(browser, certifying.timed(30));
        String page = "/administration" + attempt;
        TestBrowser mentor = mentor();
        TestBrowser.Answer form = mentor.get(page);
        assertThat(form.status()).isEqualTo(200);
        String extension = form.page().select("[name=extension]").val();
        assertThat(mentor.post(page + "/extension", "extension", extension, "minutes", "багато")
                        .status())
                .isEqualTo(422);
        for (int press = 0; press < 2; press++) {
            assertThat(mentor.post(page + "/extension", "extension", extension, "minutes", "10")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(left(browser, attempt)).isBetween(Duration.ofMinutes(39), Duration.ofMinutes(40));
        assertThat(browser.get(attempt + "/log").page().text()).contains("Час подовжено", "10 хвилин");
        var saved = browser.sendJson(
                "PUT",
                "/api/v1" + attempt + "/responses/1",
                Map.of("saveId", UUID.randomUUID(), "baseRevision", 0, "state", "unknown"));
        assertThat(Instant.parse(saved.json().get("deadline").asText()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(38)));
    }

    @Test
    void nobody_gives_time_to_themselves() {
        TestBrowser mentor = mentor();
        String attempt = start(mentor, certifying.timed(30));
        assertThat(mentor.post("/administration" + attempt + "/extension", "minutes", "10")
                        .status())
                .isEqualTo(403);
        assertThat(mentor.post("/administration/accommodations/" + TestPeople.idOf(mentor), "allowance", "double")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void staff_takes_the_limit_off_and_the_person_sees_it() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser mentor = mentor();
        String address = "/administration/accommodations/" + TestPeople.idOf(browser);
        assertThat(mentor.get(address).status()).isEqualTo(200);
        assertThat(mentor.post(address, "allowance", "unlimited").status()).isEqualTo(303);
        assertThat(mentor.get(address + "?saved=yes")
                        .page()
                        .select("[name=allowance][checked]")
                        .val())
                .isEqualTo("unlimited");
        String quiz = "/courses/" + certifying.timed(30) + "/quiz";
        assertThat(browser.get(quiz).page().text())
                .contains("Для вас час не обмежено.", "Для вас уже домовлено: Без обмеження часу.");
        String attempt = browser.post(quiz + "/attempts").location();
        assertThat(browser.get(attempt + "/questions/1").page().select("[data-timer]"))
                .isEmpty();
    }

    @Test
    void lists_of_attempts_show_what_is_under_way() {
        TestBrowser browser = TestPeople.register("Зоя Спроба " + TestPeople.suffix());
        String person = TestPeople.idOf(browser).toString();
        String attempt = start(browser, certifying.timed(30));
        TestBrowser mentor = mentor();
        assertThat(mentor.get("/administration/attempts").page().text()).contains("Зоя Спроба", "триває");
        assertThat(mentor.get("/administration/attempts?person=" + person)
                        .page()
                        .select("tbody tr"))
                .hasSize(1);
        browser.post(attempt + "/submission");
        assertThat(mentor.get("/administration/attempts?person=" + person)
                        .page()
                        .text())
                .contains("Таких спроб немає.");
        assertThat(mentor.get("/administration/attempts?show=all&person=" + person)
                        .page()
                        .text())
                .contains("ще не складено");
    }
}
