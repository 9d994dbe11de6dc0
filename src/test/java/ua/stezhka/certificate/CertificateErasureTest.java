package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Whoever is erased has decided what becomes of the certificate. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificateErasureTest {
    @Inject
    CertificateHolders holders;

    @Test
    void a_certificate_that_stays_proves_the_course_and_names_nobody() {
        TestBrowser browser = TestPeople.register("Ждана Приклад " + TestPeople.suffix());
        String number = holders.certificateOf(browser);
        browser.post("/certificates/" + number + "/shown-name", "shown", "full");
        assertThat(check(number)).contains("Сертифікат дійсний", "Ждана");

        TestPeople.erase(TestPeople.idOf(browser), true);

        assertThat(check(number)).contains("Сертифікат дійсний").doesNotContain("Ждана", "—");
    }

    @Test
    void a_certificate_that_goes_is_revoked_for_everybody() {
        TestBrowser browser = TestPeople.register("Ждана Приклад " + TestPeople.suffix());
        String number = holders.certificateOf(browser);

        TestPeople.erase(TestPeople.idOf(browser), false);

        assertThat(check(number))
                .contains("Сертифікат відкликано", "на прохання людини")
                .doesNotContain("Ждана");
    }

    @Test
    void nobody_holds_it_any_more_and_administrators_find_it_without_a_name() {
        TestBrowser browser = TestPeople.register("Ждана Приклад " + TestPeople.suffix());
        String number = holders.certificateOf(browser);
        TestPeople.erase(TestPeople.idOf(browser), true);
        TestBrowser administrator = TestPeople.administrator();

        assertThat(TestPeople.learner().get("/certificates/" + number + "/pdf").status())
                .isEqualTo(404);
        assertThat(administrator
                        .get("/administration/certificates?number=" + number)
                        .status())
                .isEqualTo(200);
        assertThat(administrator.get("/certificates/" + number).body()).doesNotContain("Ждана");
        assertThat(administrator.post("/certificates/" + number + "/reissue").status())
                .isEqualTo(404);
    }

    private static String check(String number) {
        return new TestBrowser()
                .get("/certificates/" + number)
                .page()
                .select("main")
                .text();
    }
}
