package ua.stezhka.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.BankFixtures;
import ua.stezhka.quiz.Learner;

/** Questions retire when nothing needs them; the bank is open to those who look after it, and to programs of theirs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BankRightsTest {
    @Inject
    BankFixtures fixtures;

    @Test
    void a_retired_question_is_not_drawn_and_a_needed_one_is_not_retired() {
        TestBrowser reviewer = BankPagesTest.with(Role.REVIEWER);
        String course = fixtures.course();
        UUID needed = fixtures.live(course, "one");
        assertThat(reviewer.post("/bank/versions/" + needed + "/retirement").status())
                .as("the quiz asks all eight")
                .isEqualTo(409);
        assertThat(reviewer.post("/bank/versions/" + fixtures.live(course, "check-choice") + "/retirement")
                        .status())
                .as("a lesson shows it")
                .isEqualTo(409);
        fixtures.asks(course, 7);
        assertThat(reviewer.post("/bank/versions/" + needed + "/retirement").status())
                .isEqualTo(303);
        for (int i = 0; i < 10; i++) {
            Learner learner = fixtures.guest();
            assertThat(fixtures.asked(learner, fixtures.open(learner, course)))
                    .hasSize(7)
                    .doesNotContain("one");
        }
        assertThat(BankPagesTest.found(reviewer, "course=" + course + "&state=retired"))
                .hasSize(1);
        assertThat(reviewer.post("/bank/versions/" + fixtures.live(course, "many") + "/retirement")
                        .status())
                .isEqualTo(409);
        assertThat(reviewer.post("/bank/versions/" + needed + "/retirement/end").status())
                .isEqualTo(303);
        assertThat(BankPagesTest.found(reviewer, "course=" + course + "&state=retired"))
                .isEmpty();
    }

    @Test
    void learners_pupils_and_authors_of_elsewhere_get_nothing() {
        UUID question = BankFixtures.question(fixtures.course(), "one");
        RoleGrant elsewhere = new RoleGrant(Role.AUTHOR, Scope.of(Scope.Kind.PLACE, UUID.randomUUID()));
        RoleGrant pupil = new RoleGrant(Role.PUPIL, Scope.EVERYWHERE);
        for (TestBrowser browser : List.of(TestPeople.learner(), TestPeople.with(elsewhere), TestPeople.with(pupil))) {
            for (String address : List.of(
                    "/bank", "/bank/questions/" + question, "/bank/reports", "/api/v1/bank/questions/" + question)) {
                TestBrowser.Answer answer = browser.get(address);
                assertThat(answer.status()).as(address).isEqualTo(403);
                assertThat(answer.body()).doesNotContain("Варіант");
            }
        }
    }

    @Test
    void programs_find_questions_too() {
        String course = fixtures.course();
        TestBrowser author = BankPagesTest.with(Role.AUTHOR);
        var page = author.get("/api/v1/bank/questions?course=" + course + "&type=short-text")
                .json();
        assertThat(page.get("questions")).hasSize(1);
        assertThat(page.get("questions").get(0).get("state").asText()).isEqualTo("live");
        assertThat(page.get("after").isNull()).isTrue();
        var question = author.get("/api/v1/bank/questions/" + BankFixtures.question(course, "word"))
                .json();
        assertThat(question.get("versions").get(0).get("rightAnswer").get(0).asText())
                .isEqualTo("таємне secret");
    }
}
