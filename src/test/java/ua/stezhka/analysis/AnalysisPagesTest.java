package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.QuizFixtures;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnalysisPagesTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    AnsweredQuizzes answered;

    @Inject
    ItemHealth health;

    private static TestBrowser author() {
        return TestPeople.with(new RoleGrant(Role.AUTHOR, Scope.EVERYWHERE));
    }

    private static String quiz(String course) {
        return "/analysis/quizzes/" + QuizDraft.finalOf(course);
    }

    @AfterEach
    void the_invented_answers_go() {
        answered.forget();
    }

    @Test
    void an_author_sees_figures_in_words_a_plot_and_the_same_as_a_table() {
        String course = fixtures.course();
        answered.answer(course, 40, 3);
        TestBrowser author = author();
        author.get(quiz(course));
        TestPeople.forgetSessions();
        TestBrowser.Answer answer = author.get(quiz(course));
        Document page = answer.page();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(page.select(".lead").text()).isEqualTo("Тут відповіді 40 людей.");
        assertThat(page.select("#scores ~ p").first().text())
                .matches("Половина людей має \\d+ % або більше, у середньому – \\d+ %\\.");
        assertThat(page.select("svg.plot rect")).hasSize(11);
        assertThat(page.select("section:has(#scores) tbody tr")).hasSize(11);
        assertThat(page.select("section:has(#questions) tbody tr")).hasSize(QuizFixtures.LENGTH);
        assertThat(page.select("section:has(#figures) dt")).hasSize(8);
        assertThat(page.text()).contains("Альфа Кронбаха: усі відповідали на ті самі запитання.");
        assertThat(answer.statements()).isLessThanOrEqualTo(7);
        TestPeople.forgetSessions();
        assertThat(author.get("/analysis").statements()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_press_on_a_heading_sorts_and_another_one_turns_the_order_round() {
        String course = fixtures.course();
        answered.answer(course, 30, 1);
        TestBrowser author = author();
        Document page = author.get(quiz(course)).page();
        String sort = page.select("th a[href*='sort=facility']").attr("href");
        Document up = author.get(sort).page();
        assertThat(up.select("th[aria-sort=ascending]").text()).isEqualTo("Легкість");
        List<Integer> facilities = percents(up);
        assertThat(facilities).hasSize(QuizFixtures.LENGTH).isSorted();
        Document down = author.get(up.select("th a[href*='sort=facility']").attr("href"))
                .page();
        assertThat(down.select("th[aria-sort=descending]").text()).isEqualTo("Легкість");
        assertThat(percents(down)).isEqualTo(facilities.reversed());
        assertThat(author.get(quiz(course) + "?sort=nonsense&order=1").status()).isEqualTo(200);
    }

    private static List<Integer> percents(Document page) {
        return page.select("section:has(#questions) td[data-label=Легкість]").eachText().stream()
                .map(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .toList();
    }

    @Test
    void a_question_tells_who_chose_what_and_how_it_went_by_month() {
        String course = fixtures.course();
        answered.answer(course, 60, 4);
        TestBrowser author = author();
        String link = author.get(quiz(course))
                .page()
                .select("a:contains(Запитання «one»)")
                .attr("href");
        // The frameworks are read once in ten seconds.
        author.get(link);
        TestPeople.forgetSessions();
        TestBrowser.Answer answer = author.get(link);
        Document page = answer.page();
        assertThat(page.select("section:has(#options) tbody tr")).hasSize(3);
        assertThat(page.select("section:has(#options) td .tag:contains(правильний)"))
                .hasSize(1);
        assertThat(page.select("section:has(#months) tbody tr")).hasSize(4);
        assertThat(page.select("svg.plot circle")).hasSize(4);
        assertThat(page.select("section:has(#months) p").text())
                .startsWith("Частка балів за це запитання: серпень 2026 — ");
        assertThat(answer.statements()).isLessThanOrEqualTo(6);
        Element chosen =
                page.select("section:has(#options) td[data-label=Обрали]").first();
        assertThat(Integer.parseInt(chosen.text())).isPositive();
        assertThat(author.get(link.replaceAll("version=.*", "version=" + UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_fewer_than_five_people_nothing_is_shown_but_to_those_who_see_attempts_anyway() {
        String course = fixtures.course();
        answered.answer(course, 4, 1);
        TestBrowser.Answer author = author().get(quiz(course));
        assertThat(author.page().select(".lead").text()).isEqualTo("Відповідей ще замало, щоб щось показати.");
        assertThat(author.page().select("table")).isEmpty();
        JsonNode told = author().get("/api/v1" + quiz(course)).json();
        assertThat(told.path("people").isNumber()).isFalse();
        assertThat(told.path("mean").isNumber()).isFalse();
        assertThat(author().get(quiz(course) + "/table").body().lines()).hasSize(1);
        assertThat(TestPeople.administrator()
                        .get(quiz(course))
                        .page()
                        .select(".lead")
                        .text())
                .isEqualTo("Тут відповіді 4 людей.");
    }

    @Test
    void small_counts_of_options_are_hidden_from_authors() {
        String course = fixtures.course();
        answered.answer(course, 6, 1);
        String question = "/analysis/questions/" + ua.stezhka.platform.Ids.named("course/" + course + "/question/one");
        Document author = author().get(question).page();
        assertThat(author.select("td[data-label=Обрали]").eachText()).contains("приховано");
        assertThat(author.text()).contains("замало відповідей");
        assertThat(TestPeople.administrator()
                        .get(question)
                        .page()
                        .select("td[data-label=Обрали]")
                        .eachText())
                .doesNotContain("приховано");
    }

    @Test
    void programs_and_spreadsheets_get_the_same_figures() {
        String course = fixtures.course();
        answered.answer(course, 40, 2);
        TestBrowser author = author();
        JsonNode json = author.get("/api/v1" + quiz(course)).json();
        assertThat(json.get("people").asLong()).isEqualTo(40);
        assertThat(json.get("reliabilityKind").asText()).isEqualTo("alpha");
        assertThat(json.get("questions")).hasSize(QuizFixtures.LENGTH);
        assertThat(json.get("mean").asDouble()).isBetween(0.3, 0.9);
        TestBrowser.Answer file = author.get(quiz(course) + "/table");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("statistics-" + course + ".csv");
        assertThat(file.body().lines()).hasSize(QuizFixtures.LENGTH + 1);
        UUID question =
                UUID.fromString(json.get("questions").get(0).get("questionId").asText());
        JsonNode one = author.get("/api/v1/analysis/questions/" + question).json();
        assertThat(one.get("discrimination"))
                .isEqualTo(json.get("questions").get(0).get("discrimination"));
        ItemHealth.Health known = health.of(question).orElseThrow();
        assertThat(known.answers()).isEqualTo(40);
        assertThat(known.facility().orElseThrow()).isEqualTo(one.get("facility").asDouble());
        assertThat(health.of(UUID.randomUUID())).isEmpty();
        assertThat(author.get("/api/v1/analysis/quizzes").json().findValuesAsText("course"))
                .contains(course);
    }

    @Test
    void attempts_that_draw_from_a_pool_say_so() {
        answered.answer("internet-safety", 30, 1);
        TestBrowser.Answer page = author().get(quiz("internet-safety"));
        assertThat(page.body()).contains("Кожна спроба має свої запитання");
    }

    @Test
    void an_administrator_counts_anew_and_is_told_what_came_of_it() {
        TestBrowser administrator = TestPeople.administrator();
        TestBrowser.Answer done = administrator.post("/analysis/recount");
        assertThat(done.status()).isEqualTo(303);
        assertThat(administrator
                        .get(done.location())
                        .page()
                        .select(".notice--good")
                        .text())
                .contains("Розбіжностей немає.");
        assertThat(author().get("/analysis").page().select("form[action='/analysis/recount']"))
                .isEmpty();
    }

    @Test
    void the_own_page_leads_authors_to_the_statistics_and_nobody_else() {
        assertThat(author().get("/my").page().select("a[href='/analysis']")).hasSize(1);
        assertThat(TestPeople.learner().get("/my").page().select("a[href='/analysis']"))
                .isEmpty();
    }
}
