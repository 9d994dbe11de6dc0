package ua.stezhka.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.BankFixtures;

/** Whoever finds a broken question says so, and is answered. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuestionReportsTest {
    @Inject
    BankFixtures fixtures;

    private static String begun(TestBrowser browser, String course) {
        return browser.post("/courses/" + course + "/quiz/attempts").location();
    }

    private String reportOf(String course) {
        return fixtures.text(
                "select r.id::text from bank.report r join quiz.question q on q.id = r.question_id where q.course_id = (select course_id from quiz.question where id = :id) order by r.reported_at desc limit 1",
                BankFixtures.question(course, "one"));
    }

    private int reports(String course) {
        return fixtures.count(
                "select count(*) from bank.report r join quiz.question q on q.id = r.question_id where q.course_id = (select course_id from quiz.question where id = :id)",
                BankFixtures.question(course, "one"));
    }

    @Test
    void a_report_keeps_the_place_and_the_answer_and_tells_nothing_of_the_key() {
        String course = fixtures.course();
        TestBrowser learner = TestPeople.learner();
        String attempt = begun(learner, course);
        TestBrowser.Answer gone = learner.post(
                attempt + "/questions/3/response",
                "go",
                "report",
                "saveId",
                UUID.randomUUID().toString(),
                "baseRevision",
                "0",
                "unknown",
                "unknown");
        assertThat(gone.status()).as(gone.body()).isEqualTo(303);
        assertThat(gone.location()).isEqualTo(attempt + "/questions/3/report");
        TestBrowser.Answer form = learner.get(gone.location());
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).doesNotContain("secret");
        assertThat(form.statements()).isLessThanOrEqualTo(5);

        TestBrowser.Answer sent = learner.post(gone.location(), "kind", "unclear", "words", "Що означає «ключ»?");
        assertThat(sent.status()).isEqualTo(303);
        TestBrowser.Answer thanks = learner.get(sent.location());
        assertThat(thanks.page().select("h1").text()).isEqualTo("Дякуємо, ми отримали");
        assertThat(thanks.body()).doesNotContain("secret");
        assertThat(thanks.page().select("a[href=" + attempt + "/questions/3]")).isNotEmpty();
        assertThat(learner.get(attempt + "/questions/3").page().select("[data-state=unknown]"))
                .isNotEmpty();

        learner.post(gone.location(), "kind", "answer", "words", "ще раз");
        assertThat(reports(course)).as("one open report a person and question").isEqualTo(1);
    }

    @Test
    void what_is_missing_is_asked_for_and_nothing_typed_is_lost() {
        String course = fixtures.course();
        TestBrowser learner = TestPeople.learner();
        String form = begun(learner, course) + "/questions/1/report";
        TestBrowser.Answer nothing = learner.post(form, "words", "мої слова");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.page().select("#words").text()).isEqualTo("мої слова");
        assertThat(learner.post(form, "kind", "other", "words", " ").status()).isEqualTo(422);
        assertThat(learner.post(form, "kind", "hack", "words", "").status()).isEqualTo(422);
        assertThat(learner.post(form, "kind", "other", "words", "а".repeat(1001))
                        .status())
                .isEqualTo(422);
        assertThat(reports(course)).isZero();
    }

    @Test
    void another_persons_attempt_looks_like_none() {
        String course = fixtures.course();
        String form = begun(TestPeople.learner(), course) + "/questions/1/report";
        TestBrowser other = TestPeople.learner();
        assertThat(other.get(form).status()).isEqualTo(404);
        assertThat(other.post(form, "kind", "unclear").status()).isEqualTo(404);
        assertThat(new TestBrowser().get(form).status()).isEqualTo(401);
    }

    @Test
    void a_stranger_reports_from_a_lesson_and_stays_the_reporter_after_signing_up() {
        String course = fixtures.course();
        String form = "/courses/" + course + "/lessons/bank-call/steps/1/report";
        TestBrowser stranger = new TestBrowser();
        assertThat(stranger.get(form).status()).isEqualTo(200);
        assertThat(stranger.get(form).body()).doesNotContain("secret");
        assertThat(stranger.post(form, "kind", "picture").status()).isEqualTo(303);
        assertThat(stranger.get(form).page().select("h1").text()).isEqualTo("Дякуємо, ми отримали");
        assertThat(stranger.get("/courses/" + course + "/lessons/bank-call/steps/9/report")
                        .status())
                .isEqualTo(404);

        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        String report = reportOf(course);
        assertThat(author.get("/bank/reports/" + report).status()).isEqualTo(200);
        assertThat(author.post("/bank/reports/" + report + "/answer", "outcome", "kept", "answer", "")
                        .status())
                .as("whoever keeps a question says why")
                .isEqualTo(422);
        assertThat(author.post(
                                "/bank/reports/" + report + "/answer",
                                "outcome",
                                "corrected",
                                "answer",
                                "Додали малюнок.")
                        .status())
                .isEqualTo(303);
        TestBrowser.Answer my = stranger.get("/my");
        assertThat(my.page().text()).contains("Ми виправили це запитання").contains("Додали малюнок.");
        assertThat(stranger.get(form).page().select("h1").text()).isEqualTo("Що не так із запитанням?");

        String name = "Олена Приклад " + TestPeople.suffix();
        stranger.post("/registration", "name", name, "password", TestPeople.PASSWORD, "email", "");
        assertThat(stranger.get("/my").page().text()).contains("Додали малюнок.");
    }

    @Test
    void what_a_guest_reported_goes_to_the_account_and_one_open_report_stays() {
        String course = fixtures.course();
        String form = "/courses/" + course + "/lessons/bank-call/steps/1/report";
        String name = "Олена Приклад " + TestPeople.suffix();
        TestBrowser person = TestPeople.register(name);
        person.post(form, "kind", "picture");
        TestBrowser guest = new TestBrowser();
        guest.post(form, "kind", "unclear");
        guest.post(form.replace("steps/1", "steps/2"), "kind", "unclear");
        assertThat(reports(course)).isEqualTo(3);
        TestBrowser.Answer signedIn = guest.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
        assertThat(reports(course)).isEqualTo(2);
        assertThat(person.get(form.replace("steps/1", "steps/2"))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Дякуємо, ми отримали");
    }

    @Test
    void ten_reports_may_wait_and_not_one_more() {
        TestBrowser learner = TestPeople.learner();
        for (int i = 0; i < 2; i++) {
            String attempt = begun(learner, fixtures.course());
            for (int place = 1; place <= 5; place++) {
                assertThat(learner.post(attempt + "/questions/" + place + "/report", "kind", "unclear")
                                .status())
                        .isEqualTo(303);
            }
        }
        TestBrowser.Answer refused = learner.post(
                begun(learner, fixtures.course()) + "/questions/1/report", "kind", "unclear", "words", "ще");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#words").text()).isEqualTo("ще");
    }

    @Test
    void one_answer_may_go_to_all_who_report_the_same() {
        String course = fixtures.course();
        String form = "/courses/" + course + "/lessons/bank-call/steps/2/report";
        TestBrowser one = TestPeople.learner();
        TestBrowser two = TestPeople.learner();
        one.post(form, "kind", "unclear");
        two.post(form, "kind", "answer");
        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        TestBrowser reviewer = BankPagesTest.with(Role.REVIEWER);
        String report = "/bank/reports/" + reportOf(course);
        assertThat(reviewer.get(report).status()).isEqualTo(200);
        assertThat(reviewer.post(report + "/answer", "outcome", "corrected").status())
                .isEqualTo(403);
        author.post(report + "/answer", "outcome", "kept", "answer", "Усе гаразд, бо так у законі.", "all", "yes");
        assertThat(one.get("/my").page().text()).contains("Усе гаразд");
        assertThat(two.get("/my").page().text()).contains("Усе гаразд");
        TestBrowser.Answer list = author.get("/bank/reports?state=answered");
        assertThat(list.statements()).isLessThanOrEqualTo(6);
        assertThat(list.page().text()).contains("Лишаємо, як є");
        author.post(report + "/answer", "outcome", "corrected", "answer", "Інакше");
        assertThat(one.get("/my").page().text()).as("an answer stays").contains("Усе гаразд");
    }
}
