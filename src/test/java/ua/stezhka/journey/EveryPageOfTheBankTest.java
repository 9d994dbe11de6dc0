package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ua.stezhka.journey.EveryPageTest.read;
import static ua.stezhka.journey.EveryPageTest.see;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.BankFixtures;

/** The pages of the question bank, looked at as closely as all others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageOfTheBankTest {
    private static final String MAIN_ACTION = "main form .btn:not(.btn--ghost):not(.btn--quiet)";

    @Inject
    BankFixtures fixtures;

    @Test
    void pages_of_somebody_who_reports() {
        String name = "Орися Приклад " + TestPeople.suffix();
        TestBrowser browser = TestPeople.register(name);
        String attempt = browser.post("/courses/internet-safety/quiz/attempts").location();
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            visit.open(attempt + "/questions/2");
            visit.press("button[value=report]");
            see(visit, "report");
            visit.press(MAIN_ACTION);
            assertThat(visit.page.locator("[data-errors]")).isFocused();
            see(visit, "report faulty");
            visit.page.locator("label[for=kind-unclear]").click();
            visit.press(MAIN_ACTION);
            see(visit, "report sent");
            visit.inEnglish();
        }
    }

    @Test
    void pages_of_those_who_look_after_questions() {
        String course = fixtures.course();
        fixtures.submitted(
                fixtures.guest(), course, Set.of("one", "many", "true", "number", "pairs"), BankFixtures.OTHER_WORDING);
        TestPeople.learner().post("/courses/" + course + "/lessons/bank-call/steps/1/report", "kind", "unclear");
        UUID live = fixtures.live(course, "word");
        TestBrowser author = TestPeople.with(new RoleGrant(Role.AUTHOR, Scope.EVERYWHERE));
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            AdministratorJourneyTest.signInAsAdministrator(visit);
            read(visit, "bank", "/bank");
            read(visit, "bank with nothing", "/bank?find=нічогогенема");
            see(visit, "correction", "/bank/versions/" + live + "/correction");
            visit.press(MAIN_ACTION);
            see(visit, "correction faulty");
            author.post("/bank/versions/" + live + "/correction", "accepted-uk", BankFixtures.OTHER_WORDING);
            read(visit, "question with a draft", "/bank/questions/" + BankFixtures.question(course, "word"));
            visit.press("form[action$='/review'] button");
            read(visit, "question with a reviewed draft", "/bank/questions/" + BankFixtures.question(course, "word"));
            visit.press("form[action$='/publication'] button");
            see(visit, "question published");
            see(visit, "regrading", "/bank/versions/" + fixtures.live(course, "word") + "/regrading");
            visit.press(MAIN_ACTION);
            see(visit, "regrading faulty");
            visit.page.locator("#reason").fill("Ця відповідь теж правильна");
            visit.press(MAIN_ACTION);
            see(visit, "regraded");
            read(visit, "reports", "/bank/reports");
            visit.press(visit.page.locator("tbody a").first());
            see(visit, "report to answer");
            visit.press(MAIN_ACTION);
            see(visit, "answer faulty");
            visit.page.locator("label[for=outcome-corrected]").click();
            visit.press(MAIN_ACTION);
            see(visit, "report answered");
            read(visit, "quizzes", "/bank/quizzes");
            String plan = "/bank/quizzes/" + BankFixtures.quiz(course) + "/blueprint";
            see(visit, "plan", plan);
            visit.press(MAIN_ACTION);
            see(visit, "plan faulty");
            visit.page.locator("[id=cell-protect-devices-A2]").fill("2");
            visit.press(MAIN_ACTION);
            see(visit, "plan saved");
            visit.open("/bank/quizzes/" + BankFixtures.quiz("internet-safety") + "/blueprint");
            visit.inEnglish();
        }
    }
}
