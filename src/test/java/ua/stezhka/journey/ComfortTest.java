package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;

/** People set pages up for themselves once, come in and go out, and leave nothing behind. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ComfortTest {

    @Test
    void text_theme_and_calm_apply_at_once_and_are_kept() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/");
            visit.page.locator(".comfort summary").click();
            for (String choice : new String[] {"c-text-150", "c-theme-dark", "c-calm-on"}) {
                visit.page.waitForResponse(
                        "**/comfort",
                        () -> visit.page.locator("label[for=" + choice + "]").click());
            }
            assertThat(visit.page.locator("[data-comfort-state]")).not().isEmpty();
            for (String path : new String[] {"/courses", "/sign-in"}) {
                visit.open(path);
                Locator html = visit.page.locator("html");
                assertThat(html).hasAttribute("data-text", "150");
                assertThat(html).hasAttribute("data-theme", "dark");
                assertThat(html).hasAttribute("data-calm", "on");
            }
        }
    }

    @Test
    void comfort_is_chosen_without_script_too() {
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            visit.open("/courses");
            visit.page.locator(".comfort summary").click();
            visit.page.locator("label[for=c-text-200]").click();
            visit.press(".comfort-form .btn");
            assertThat(visit.path()).isEqualTo("/courses");
            assertThat(visit.page.locator("html")).hasAttribute("data-text", "200");
        }
    }

    @Test
    void the_language_changes_on_the_same_page() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/courses?minutes=60");
            visit.inEnglish();
            assertThat(visit.path()).isEqualTo("/courses?minutes=60");
            assertThat(visit.page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void a_password_can_be_shown_while_it_is_typed() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/registration");
            visit.page.locator("#password").fill("тиха вода");
            Locator button = visit.page.locator(".with-button button");
            String before = button.textContent();
            button.click();
            assertThat(visit.page.locator("#password")).hasAttribute("type", "text");
            assertThat(button).not().hasText(before);
            button.click();
            assertThat(visit.page.locator("#password")).hasAttribute("type", "password");
        }
    }

    @Test
    void after_signing_out_nothing_private_can_be_seen() {
        String name = "Тарас Зразок " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.signIn(name);
            assertThat(visit.path()).isEqualTo("/my");
            visit.open("/settings");
            assertThat(visit.page.locator("#name").inputValue()).isEqualTo(name);
            visit.press("form[data-sign-out] button");
            visit.leave(() -> visit.page.goBack());
            assertThat(visit.page.content()).doesNotContain(name);
            visit.open("/my");
            assertThat(visit.page.content()).doesNotContain(name);
        }
    }
}
