package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Minors;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MinorsTest {
    @Inject
    Minors minors;

    @Inject
    Clock clock;

    @Inject
    CertificateHolders certificates;

    @Test
    void whoever_is_not_18_yet_tells_the_year_of_birth() {
        TestBrowser browser = new TestBrowser();
        TestBrowser.Answer refused = register(browser, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#birthYear-error").text()).contains("чотирма цифрами");
        assertThat(refused.page().select("#minor").hasAttr("checked")).isTrue();

        assertThat(register(browser, year(16)).status()).isEqualTo(303);
        assertThat(minors.minor(TestPeople.idOf(browser))).isTrue();
    }

    @Test
    void a_child_under_14_does_not_register_alone() {
        TestBrowser.Answer refused = register(new TestBrowser(), year(12));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#birthYear-error").text()).contains("До 14 років");
    }

    @Test
    void a_program_is_asked_the_same() {
        Map<String, Object> child =
                Map.of("name", "Дитя " + TestPeople.suffix(), "password", TestPeople.PASSWORD, "birthYear", 2020);

        assertThat(new TestBrowser().sendJson("POST", "/api/v1/accounts", child).status())
                .isEqualTo(422);
    }

    @Test
    void of_an_adult_nobody_asks_the_year() {
        assertThat(minors.birthYear(TestPeople.idOf(TestPeople.learner()))).isEmpty();
    }

    @Test
    void by_the_year_alone_somebody_is_a_minor_until_the_year_of_18_is_over() {
        int now = Integer.parseInt(year(0));

        assertThat(minors.underage(now - 18)).isTrue();
        assertThat(minors.underage(now - 19)).isFalse();
    }

    @Test
    void others_never_see_the_name_of_a_minor() {
        TestBrowser browser = new TestBrowser();
        register(browser, year(16));
        String certificate = certificates.certificateOf(browser);
        browser.post("/certificates/" + certificate + "/shown-name", "shown", "full");

        assertThat(new TestBrowser().get("/certificates/" + certificate).body()).doesNotContain("Юна");
        assertThat(browser.get("/certificates/" + certificate).body())
                .contains("Юна", "До 18 років імені на сторінці перевірки не показуємо");
    }

    @Test
    void a_minor_is_not_asked_for_consents_of_their_own() {
        TestBrowser browser = new TestBrowser();
        register(browser, year(16));

        assertThat(browser.get("/settings/consents").page().select("input[value=yes]"))
                .isEmpty();
        assertThat(browser.post("/settings/consents", "purpose", "letters", "given", "yes")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_consent_of_a_guardian_is_written_down_and_taken_back() {
        TestBrowser browser = new TestBrowser();
        register(browser, year(16));
        UUID person = TestPeople.idOf(browser);
        TestBrowser administrator = TestPeople.administrator();
        String page = "/administration/data-requests/people/" + person;
        assertThat(administrator
                        .post(page + "/guardian-consent", "giver", "guardian", "givenOn", "2999-01-01")
                        .status())
                .isEqualTo(422);

        assertThat(administrator
                        .post(
                                page + "/guardian-consent",
                                "giver",
                                "guardian",
                                "giverName",
                                "Ірина Приклад, мати",
                                "givenOn",
                                "2026-11-20")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get("/settings/consents").page().select("main").text())
                .contains("Ірина Приклад, мати", "20 листопада 2026");

        administrator.post(page + "/guardian-withdrawal");
        assertThat(browser.get("/settings/consents").page().select("main").text())
                .contains("Згоди дорослого ще не записано");
    }

    private static TestBrowser.Answer register(TestBrowser browser, String year) {
        return browser.post(
                "/registration",
                "name",
                "Юна " + TestPeople.suffix(),
                "password",
                TestPeople.PASSWORD,
                "minor",
                "yes",
                "birthYear",
                year);
    }

    private String year(int age) {
        return Integer.toString(clock.instant().atZone(ZoneOffset.UTC).getYear() - age);
    }
}
