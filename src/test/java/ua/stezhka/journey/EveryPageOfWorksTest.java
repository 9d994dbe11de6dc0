package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ua.stezhka.journey.EveryPageTest.acts;
import static ua.stezhka.journey.EveryPageTest.read;
import static ua.stezhka.journey.EveryPageTest.see;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.WorkFixtures;

/** Works that people mark, from both sides, looked at as closely as all other pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageOfWorksTest {
    private static final String LESSON = "/courses/check-the-news/lessons/share-and-save/steps/";
    private static final String CHECK = "form[action$='/response'] .btn:not(.btn--ghost)";

    @Inject
    WorkFixtures works;

    @Test
    void works_in_lessons_are_compared_with_a_model() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            see(visit, "own words in a lesson", LESSON + 2);
            visit.page.locator("textarea").fill("Любі мої, учорашня новина про аптеки виявилася вигадкою.");
            assertThat(visit.page.locator("#q-words")).hasText("Написано 8 слів.");
            visit.press(CHECK);
            acts(visit, "own words compared");
            see(visit, "own words compared");
            assertThat(visit.page.locator("#result")).containsText("Порівняйте зі зразком");
            see(visit, "own file in a lesson", LESSON + 6);
            visit.press(CHECK);
            acts(visit, "own file compared");
            see(visit, "own file compared");
        }
    }

    @Test
    void works_are_written_sent_marked_and_read() {
        String course = works.course();
        String name = "Устим Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        String mentor = TestPeople.with(new RoleGrant(Role.MENTOR, Scope.EVERYWHERE))
                .get("/api/v1/me")
                .json()
                .get("name")
                .asText();
        try (Visit visit = Visit.on(Screen.PHONE);
                Visit marker = Visit.on(Screen.DESKTOP)) {
            visit.signIn(name);
            visit.open("/courses/" + course + "/quiz");
            visit.press("main form .btn:not(.btn--ghost)");
            for (int position = 1; position <= 3; position++) {
                answer(visit);
                visit.press("button[value=next]");
            }
            String attempt = visit.path().replaceAll("/review", "");
            visit.press("form[action$='/submission'] .btn:not(.btn--ghost)");
            acts(visit, "result waits");
            see(visit, "result waits");
            read(visit, "my learning with a work", "/my");
            see(visit, "quiz while a work is read", "/courses/" + course + "/quiz");

            marker.signIn(mentor);
            AdministratorJourneyTest.giveCode(marker);
            see(marker, "works to mark", "/marking?course=" + course);
            marker.press("[aria-labelledby=waiting] tbody tr:first-child a");
            acts(marker, "work");
            see(marker, "work");
            marker.press("button[value=next]");
            see(marker, "work faulty");
            mark(marker);
            marker.open("/marking?course=" + course);
            marker.press("[aria-labelledby=waiting] tbody tr:first-child a");
            mark(marker);
            read(marker, "works marked", "/marking?saved=true&course=" + course);

            read(visit, "result marked", attempt + "/result");
        }
    }

    private static void answer(Visit visit) {
        String type = String.valueOf(visit.page.locator("form[data-attempt]").getAttribute("data-type"));
        switch (type) {
            case "free-text" -> {
                see(visit, "own words");
                visit.page.locator("textarea").fill("Добрий день! Застосунок не відкривається від учора.");
                assertThat(visit.page.locator("[data-save-state]")).hasAttribute("data-state", "saved");
            }
            case "file" -> {
                see(visit, "file");
                visit.page
                        .locator("#file")
                        .setInputFiles(new FilePayload(
                                "лист.txt", "text/plain", "Добрий день!".getBytes(StandardCharsets.UTF_8)));
                visit.leave(() -> visit.page.locator("button[form=send-file]").click());
                assertThat(visit.page.locator("a[href*='/files/']")).hasText("лист.txt");
                see(visit, "file sent");
            }
            default -> visit.page.locator("label[for=q-1]").click();
        }
    }

    private static void mark(Visit marker) {
        for (var select : marker.page.locator("main select").all()) {
            select.selectOption("1");
        }
        marker.page.locator("#comment").fill("Добре, що сказали, коли це почалося.");
        marker.press("button[value=stay]");
    }
}
