package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.CertificateHolders;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** An employer gets a certificate by mail and wants to know whether the file is what it seems. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertificateFileJourneyTest {
    private static final String CHECK = "form[action='/certificates/file'] .btn";

    @Inject
    CertificateHolders holders;

    private static void choose(Visit visit, byte[] file) {
        visit.page.locator("#file").setInputFiles(new FilePayload("certificate.pdf", "application/pdf", file));
        visit.press(CHECK);
    }

    @Test
    void a_stranger_checks_a_file_and_finds_every_state_readable() {
        TestBrowser holder = TestPeople.learner();
        String number = holders.certificateOf(holder);
        holder.post("/certificates/" + number + "/shown-name", "shown", "none");
        byte[] file = holders.file(number);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/certificates");
            visit.press(CHECK);
            assertThat(visit.page.locator("[data-errors]")).isFocused();
            EveryPageTest.acts(visit, "no file chosen");
            EveryPageTest.see(visit, "no file chosen");
            byte[] changed = file.clone();
            changed[file.length / 2] ^= 1;
            choose(visit, changed);
            assertThat(visit.page.locator("#file-error")).containsText("Цей файл змінювали");
            EveryPageTest.see(visit, "file changed");
            choose(visit, file);
            assertThat(visit.page.locator("main .notice--good")).containsText("Файл справжній і не змінений");
            EveryPageTest.see(visit, "file genuine");
            visit.inEnglish();
            choose(visit, file);
            assertThat(visit.page.locator("main .notice--good")).containsText("The file is genuine and unchanged");
            TestPeople.administrator()
                    .post("/administration/certificates/" + number + "/revocation", "reason", "mistake");
            visit.open("/certificates");
            choose(visit, file);
            assertThat(visit.page.locator("main .notice")).containsText("The file itself is genuine");
            EveryPageTest.see(visit, "file genuine, certificate revoked");
        }
    }
}
