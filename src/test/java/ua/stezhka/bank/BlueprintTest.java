package ua.stezhka.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.BankFixtures;

/** Authors plan what a quiz asks, and try it out. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BlueprintTest {
    private static final String CALLS = "cell-consumer-protection-A2";
    private static final String DEVICES = "cell-protect-devices-A2";

    @Inject
    BankFixtures fixtures;

    private static String plan(String course) {
        return "/bank/quizzes/" + BankFixtures.quiz(course) + "/blueprint";
    }

    private static String trial(String course) {
        return "/bank/quizzes/" + BankFixtures.quiz(course) + "/trial";
    }

    @Test
    void the_matrix_tells_where_questions_are_too_few() {
        String course = fixtures.course();
        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        TestBrowser.Answer before = author.get(plan(course));
        assertThat(before.statements()).isLessThanOrEqualTo(6);
        assertThat(before.page().select("#" + CALLS + "-live").text()).isEqualTo("є 5");
        assertThat(before.page().select("#" + DEVICES + "-live").text()).isEqualTo("є 3");

        TestBrowser.Answer saved = author.post(plan(course), CALLS, "1", DEVICES, "2");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        Document page = author.get(saved.location()).page();
        assertThat(page.select("#" + CALLS).attr("value")).isEqualTo("1");
        assertThat(page.select("#" + CALLS + "-live").text()).isEqualTo("є 5");
        assertThat(page.select("#" + DEVICES + "-live").text()).isEqualTo("є 3, треба 6");
        assertThat(page.text()).contains("Разом у спробі: 3 із 8");
        assertThat(fixtures.count(
                        "select draws from quiz.quiz_version v join quiz.quiz q on q.current_version_id = v.id where q.id = :id and blueprint is not null",
                        BankFixtures.quiz(course)))
                .isEqualTo(3);
        fixtures.publishAgain(course, "first");
        assertThat(author.get(plan(course)).page().select("#" + CALLS).attr("value"))
                .as("the same files leave the plan alone")
                .isEqualTo("1");
    }

    @Test
    void what_cannot_be_is_told_at_its_cell() {
        String course = fixtures.course();
        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        TestBrowser.Answer many = author.post(plan(course), CALLS, "6", DEVICES, "сім");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.page().select("#" + CALLS).attr("value")).isEqualTo("6");
        assertThat(many.page().select("[data-errors] li")).hasSize(2);
        assertThat(author.post(plan(course)).status()).isEqualTo(422);
        assertThat(author.post(trial(course)).status()).isEqualTo(422);
        assertThat(author.get("/bank/quizzes/" + UUID.randomUUID() + "/blueprint")
                        .status())
                .isEqualTo(404);
        assertThat(author.get("/bank/quizzes/" + BankFixtures.lessonQuiz(course) + "/blueprint")
                        .status())
                .as("a lesson has no plan")
                .isEqualTo(404);
    }

    @Test
    void a_try_out_counts_nowhere_and_the_next_one_replaces_it() {
        String course = fixtures.course();
        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        UUID person = TestPeople.idOf(author);
        String graded = author.post("/courses/" + course + "/quiz/attempts").location();
        TestBrowser.Answer begun = author.post(trial(course), CALLS, "2", DEVICES, "1");
        assertThat(begun.status()).as(begun.body()).isEqualTo(303);
        String attempt = begun.location();
        assertThat(author.open(attempt).page().text()).contains("Запитання 1 з 3");
        author.post(
                attempt + "/questions/1/response",
                "saveId",
                UUID.randomUUID().toString(),
                "baseRevision",
                "0",
                "unknown",
                "unknown");
        assertThat(author.post(attempt + "/submission").status()).isEqualTo(303);
        assertThat(author.get(attempt + "/result").page().select("h1").text()).isEqualTo("Пробна спроба: 0 із 3");
        assertThat(author.post("/courses/" + course + "/quiz/attempts").location())
                .as("the attempt that counts goes on")
                .isEqualTo(graded);
        assertThat(author.get("/courses/" + course + "/quiz").page().text()).doesNotContain("раз.");
        UUID id = UUID.fromString(attempt.substring("/attempts/".length()));
        assertThat(fixtures.count("select count(*) from xapi.statement where registration = :id", id))
                .isZero();
        author.post(trial(course), CALLS, "1");
        assertThat(author.get(attempt + "/result").status()).isEqualTo(404);
        assertThat(fixtures.count("select count(*) from quiz.attempt where person_id = :id and kind = 'trial'", person))
                .isEqualTo(1);
        assertThat(TestPeople.learner().get(attempt).status()).isEqualTo(404);
    }
}
