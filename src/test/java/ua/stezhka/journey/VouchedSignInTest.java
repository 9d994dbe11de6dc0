package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.identity.VouchingServices;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A person in a real browser comes in by way of another service. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class VouchedSignInTest {
    private static final String BUTTON = "a[href^='/sign-in/openid/real']";

    private static BrowserContext phone() {
        return Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(Screen.PHONE.width, Screen.PHONE.height)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("uk-UA"));
    }

    private static void recognise(Page page, String subject) {
        page.navigate(TestBrowser.base() + "/sign-in?next=/courses");
        page.locator(BUTTON).click();
        page.locator("[name=username]").fill(subject);
        page.locator("[name=password]").fill(VouchingServices.PASSWORD);
        page.locator("[type=submit]").first().click();
    }

    /** The provider asks once whether it may tell the name. */
    private static void agree(Page page) {
        page.locator("[name=scope][value=profile]").check();
        page.locator("[type=submit]").first().click();
    }

    private static void look(Page page, String state) {
        org.assertj.core.api.Assertions.assertThat(Look.closely(page, state)).isEmpty();
    }

    @Test
    void the_first_time_leads_to_an_account_and_the_next_time_straight_in() {
        String subject = "subject-" + TestPeople.suffix();
        try (BrowserContext first = phone();
                BrowserContext second = phone()) {
            Page page = first.newPage();
            page.navigate(TestBrowser.base() + "/sign-in");
            look(page, "sign in with other services");
            recognise(page, subject);
            agree(page);
            assertThat(page).hasURL(TestBrowser.base() + "/sign-in/arrival");
            look(page, "arrival");
            page.locator("#name").fill("");
            page.locator("main form .btn").click();
            assertThat(page.locator("[data-errors]")).isVisible();
            look(page, "arrival faulty");
            page.locator("#name").fill("Марта Мережна");
            page.locator("main form .btn").click();
            assertThat(page).hasURL(TestBrowser.base() + "/courses");

            Page again = second.newPage();
            recognise(again, subject);
            assertThat(again).hasURL(TestBrowser.base() + "/courses");
            assertThat(again.locator("html.signed-in")).hasCount(1);
        }
    }

    @Test
    void an_older_account_is_joined() {
        String name = "Стара Знайома " + TestPeople.suffix();
        TestPeople.register(name);
        try (BrowserContext context = phone()) {
            Page page = context.newPage();
            recognise(page, "subject-" + TestPeople.suffix());
            agree(page);
            page.locator("a[href='/sign-in?next=/sign-in/arrival']").click();
            page.locator("#login").fill(name);
            page.locator("#password").fill(TestPeople.PASSWORD);
            page.locator("main form .btn:not(.btn--ghost)").click();
            assertThat(page).hasURL(TestBrowser.base() + "/sign-in/arrival");
            assertThat(page.locator("main")).containsText(name);
            look(page, "joining");
            page.locator("main form button").click();
            assertThat(page).hasURL(TestBrowser.base() + "/courses");
        }
    }
}
