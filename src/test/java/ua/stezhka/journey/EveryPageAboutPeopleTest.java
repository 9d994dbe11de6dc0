package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.journey.EveryPageTest.read;
import static ua.stezhka.journey.EveryPageTest.see;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** The pages on which administrators look after people, looked at as closely as all others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageAboutPeopleTest {
    private static final String MAIN_ACTION = "main form .btn:not(.btn--ghost)";

    private static String newPerson(String name) {
        return "/administration/people/" + TestPeople.idOf(TestPeople.register(name));
    }

    @Test
    void pages_of_one_person() {
        String suffix = TestPeople.suffix();
        String person = newPerson("Ганна Приклад " + suffix);
        String other = newPerson("Ганна Приклад-Друга " + suffix);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            AdministratorJourneyTest.signInAsAdministrator(visit);
            see(visit, "name of a person", person + "/name");
            see(visit, "role", person + "/roles");
            visit.press(MAIN_ACTION);
            see(visit, "role faulty");
            visit.page.locator("#role").selectOption("mentor");
            visit.press(MAIN_ACTION);
            see(visit, "person with a role");
            visit.press("a[href$='/end']");
            see(visit, "role to take");
            see(visit, "sessions to end", person + "/sessions");
            see(visit, "second step to reset", person + "/second-factor");
            see(visit, "card to revoke", person + "/card");
            see(visit, "merge", person + "/merge");
            see(visit, "merge preview", person + "/merge?other=" + other.substring(other.lastIndexOf('/') + 1));
            visit.press(MAIN_ACTION);
            see(visit, "merged");
            see(visit, "block", person + "/block");
            visit.press(MAIN_ACTION);
            see(visit, "block faulty");
            visit.page.locator("#reason").selectOption("request");
            visit.press(MAIN_ACTION);
            see(visit, "person blocked");
            see(visit, "block to end", person + "/block/end");
            visit.inEnglish();
        }
    }

    @Test
    void pages_of_invitations_and_lists() {
        try (Visit visit = Visit.on(Screen.PHONE);
                Visit invited = Visit.on(Screen.PHONE)) {
            AdministratorJourneyTest.signInAsAdministrator(visit);
            see(visit, "invitation", "/administration/invitations/new");
            visit.press(MAIN_ACTION);
            see(visit, "invitation faulty");
            visit.page.locator("#name").fill("Роман Запрошений " + TestPeople.suffix());
            visit.press(MAIN_ACTION);
            see(visit, "link");
            String link = visit.page.locator("code").textContent().replaceFirst("^https?://[^/]+", "");
            read(visit, "invitations", "/administration/invitations");
            see(invited, "invited", link);
            invited.press(MAIN_ACTION);
            see(invited, "invited faulty");
            invited.page.locator("#password").fill(TestPeople.PASSWORD);
            invited.press(MAIN_ACTION);
            assertThat(invited.path()).isEqualTo("/my");
            see(visit, "import", "/administration/import");
            visit.press(MAIN_ACTION);
            see(visit, "import without a file");
            choose(visit, "name;email\nОлена;не пошта\nІван;\n");
            see(visit, "import at fault");
            choose(visit, "name\nОлена Імпорт\nІван Імпорт\n");
            see(visit, "import looked at");
            visit.press(MAIN_ACTION);
            see(visit, "imported");
            see(visit, "export", "/administration/export?find=Олена");
            visit.press(MAIN_ACTION);
            see(visit, "export faulty");
        }
    }

    private static void choose(Visit visit, String list) {
        visit.page
                .locator("#file")
                .setInputFiles(new FilePayload("people.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        visit.press(MAIN_ACTION);
    }

    @Test
    void pages_of_the_audit_trail() {
        String name = "Віра Приклад " + TestPeople.suffix();
        String person = newPerson(name);
        try (Visit visit = Visit.on(Screen.PHONE);
                Visit seen = Visit.on(Screen.PHONE)) {
            seen.signIn(name);
            read(seen, "seen by nobody", "/settings/views");
            AdministratorJourneyTest.signInAsAdministrator(visit);
            visit.open("/administration/enrolments?person=" + person.substring(person.lastIndexOf('/') + 1));
            read(visit, "audit trail", "/administration/audit");
            visit.press("form[action$='/check'] button");
            see(visit, "audit trail checked");
            read(visit, "audit trail empty", "/administration/audit?to=2020-01-01");
            read(seen, "seen by staff", "/settings/views");
            visit.inEnglish();
        }
    }
}
