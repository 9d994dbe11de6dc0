package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** What was answered stays: through reloads, cut networks, killed browsers, impatient fingers and forgotten tabs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnswersSurviveTest {
    @Test
    void an_answer_survives_a_reload() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "saved");
            visit.page.reload();
            assertThat(Choice.at(visit.page, 1)).isChecked();
            Choice.waitFor(visit.page, "saved");
        }
    }

    @Test
    void an_answer_without_network_goes_out_when_the_page_is_opened_again() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            String address = visit.page.url();
            visit.cut(true);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            assertThat(visit.page.locator("[data-offline]")).isVisible();
            reloadInVain(visit.page);
            visit.cut(false);
            visit.page.navigate(address);
            assertThat(Choice.at(visit.page, 1)).isChecked();
            Choice.waitFor(visit.page, "saved");
            visit.page.reload();
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }

    private static void reloadInVain(Page page) {
        try {
            page.reload();
        } catch (PlaywrightException offline) {
            assertThat(offline).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    void an_answer_without_network_goes_out_by_itself_when_the_network_is_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            visit.cut(true);
            Choice.tap(visit.page, 0);
            Choice.waitFor(visit.page, "waiting");
            visit.cut(false);
            Choice.waitFor(visit.page, "saved");
        }
    }

    @Test
    void an_answer_without_network_goes_out_from_another_page_too() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            String address = visit.page.url();
            // Not cut: a page that is left then gets its network back for a moment.
            visit.block("**/responses/**", true);
            Choice.tap(visit.page, 1);
            Choice.waitFor(visit.page, "waiting");
            visit.page.navigate("about:blank");
            visit.block("**/responses/**", false);
            visit.page.waitForResponse(
                    answer -> answer.url().contains("/responses/") && answer.status() == 200, () -> visit.open("/my"));
            visit.open(address.substring(TestBrowser.base().length()));
            assertThat(Choice.at(visit.page, 1)).isChecked();
        }
    }

    @Test
    void a_page_closed_at_once_keeps_the_answer() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Choice.open(visit);
            String address = visit.page.url();
            Choice.tap(visit.page, 1);
            visit.page.close();
            visit.page = visit.another();
            visit.page.navigate(address);
            assertThat(Choice.at(visit.page, 1)).isChecked();
            Choice.waitFor(visit.page, "saved");
        }
    }

    @Test
    void after_three_seconds_an_answer_is_safe_from_a_killed_browser() {
        Browser doomed = Chromium.another();
        Visit first = Visit.with(doomed, Screen.PHONE);
        Choice.open(first);
        String address = first.path();
        Choice.tap(first.page, 1);
        first.page
                .locator("[data-save-state][data-state=saved]")
                .waitFor(new Locator.WaitForOptions().setTimeout(3000));
        var cookies = first.context().cookies();
        doomed.close();
        try (Visit second = Visit.on(Screen.DESKTOP)) {
            second.context().addCookies(cookies);
            second.open(address);
            assertThat(Choice.at(second.page, 1)).isChecked();
        }
    }

    @Test
    void a_forgotten_tab_shows_both_answers_and_a_person_chooses() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            Choice.open(visit);
            Page forgotten = visit.page;
            Page other = visit.another();
            other.navigate(forgotten.url());
            Choice.tap(other, 0);
            Choice.waitFor(other, "saved");
            Choice.tap(forgotten, 1);
            Locator conflict = forgotten.locator("[data-conflict]");
            assertThat(conflict).isVisible();
            assertThat(forgotten.locator("[data-conflict-mine]")).hasText(label(forgotten, 1));
            assertThat(forgotten.locator("[data-conflict-stored]")).hasText(label(forgotten, 0));
            visit.blame(Look.closely(forgotten, "two answers"));
            forgotten.locator("[data-conflict-keep]").click();
            Choice.waitFor(forgotten, "saved");
            assertThat(conflict).isHidden();
            other.reload();
            assertThat(Choice.at(other, 1)).isChecked();
        }
    }

    private static String label(Page page, int which) {
        return AnswerSheet.plain(
                page.locator("label[for='" + Choice.at(page, which).getAttribute("id") + "']")
                        .textContent());
    }
}
