package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** An administrator sees who learns what and ends a certificate; a person whose name was corrected gets a new one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AdministratorJourneyTest {
    private static final String COURSE = "smartphone-first-steps";

    /** A new person with a certificate; the address of it. */
    static String certificateOf(Visit visit, String name, String course) {
        TestPeople.register(name);
        visit.signIn(name);
        new Walk(visit, course, "uk").completeCourse();
        visit.press("main a.btn:not(.btn--ghost)");
        assertThat(visit.path()).startsWith("/certificates/");
        return visit.path();
    }

    /** By password and by the code that the administrator's application shows. */
    static void signInAsAdministrator(Visit visit) {
        visit.signIn(
                TestPeople.administrator().get("/api/v1/me").json().get("name").asText());
        giveCode(visit);
    }

    static void giveCode(Visit visit) {
        assertThat(visit.path()).startsWith("/sign-in/second-factor");
        visit.page.locator("#code").fill(TestPeople.code());
        visit.press("main form .btn:not(.btn--ghost):not(.btn--quiet)");
    }

    @Test
    void an_administrator_sees_everything_and_ends_a_certificate() {
        String name = "Марко Зразок " + TestPeople.suffix();
        try (Visit learner = Visit.on(Screen.PHONE);
                Visit administrator = Visit.on(Screen.DESKTOP)) {
            String certificate = certificateOf(learner, name, COURSE);
            signInAsAdministrator(administrator);
            administrator.press(".nav a[href='/administration']");
            administrator.page.locator("#find").fill(name);
            administrator.press("main form .btn");
            assertThat(administrator.page.locator("tbody tr").count()).isEqualTo(1);
            administrator.press("tbody a");
            assertThat(administrator.heading()).isEqualTo(name);
            administrator.press("main a[href^='/administration/enrolments?person=']");
            assertThat(row(administrator, name)).contains("9/9", "100");
            administrator.press("main a[href='/administration/completions']");
            assertThat(row(administrator, name)).contains("100");
            administrator.press("main a[href='/administration/courses']");
            assertThat(administrator.page.locator("tbody tr").count()).isGreaterThanOrEqualTo(2);
            administrator.press("main a[href='/administration/certificates']");
            assertThat(row(administrator, name)).contains(certificate.substring("/certificates/".length()));
            administrator.press("a[href='/administration" + certificate + "/revocation']");
            administrator.press(".btn--danger");
            assertThat(administrator.page.locator("[data-errors]").isVisible()).isTrue();
            administrator.page.locator("#reason").selectOption("mistake");
            administrator.press(".btn--danger");
            assertThat(administrator.path()).isEqualTo(certificate);
            try (Visit stranger = Visit.on(Screen.PHONE)) {
                stranger.open(certificate);
                assertThat(stranger.page.locator(".notice--offline.seal h1").count())
                        .isEqualTo(1);
                assertThat(stranger.page.content()).doesNotContain("Марко");
            }
            learner.open(certificate);
            assertThat(learner.page.locator(".notice--offline.seal h1").count()).isEqualTo(1);
        }
    }

    private static String row(Visit visit, String name) {
        return visit.page
                .locator("tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                .first()
                .textContent();
    }

    @Test
    void a_corrected_name_leads_to_a_new_certificate() {
        String suffix = TestPeople.suffix();
        try (Visit visit = Visit.on(Screen.PHONE)) {
            String old = certificateOf(visit, "Оксана Прикалд " + suffix, COURSE);
            visit.open("/settings");
            visit.page.locator("#name").fill("Оксана Приклад " + suffix);
            visit.press("form[action='/settings/name'] .btn");
            visit.open(old);
            visit.press("form[action$='/reissue'] button");
            String fresh = visit.path();
            assertThat(fresh).startsWith("/certificates/").isNotEqualTo(old);
            assertThat(visit.heading()).isEqualTo("Оксана Приклад " + suffix);
            visit.open(old);
            visit.press("main a.btn");
            assertThat(visit.path()).as("the old one leads to the new one").isEqualTo(fresh);
        }
    }
}
