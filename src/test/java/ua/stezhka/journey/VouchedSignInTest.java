package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
        BrowserContext context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(Screen.PHONE.width, Screen.PHONE.height)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("uk-UA"));
        // The provider’s own page of consent asks the world for a style sheet; tests ask nobody.
        context.route(address -> !address.startsWith("http://localhost:"), Route::abort);
        return context;
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
            page.navigate(TestBrowser.base() + "/settings/services");
            look(page, "services");
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).isVisible();
            assertThat(page.locator("main form")).hasCount(0);
            look(page, "services after one was taken away");
        }
    }

    @Test
    void whoever_changes_their_mind_is_back_at_the_sign_in_page() {
        try (BrowserContext context = phone()) {
            Page page = context.newPage();
            recognise(page, "subject-" + TestPeople.suffix());
            page.locator("#cancel-consent").click();
            assertThat(page.locator("[data-errors]")).isVisible();
            look(page, "changed their mind");
            page.navigate(TestBrowser.base() + "/sign-in/openid/away");
            assertThat(page.locator("[data-errors]")).isVisible();
            look(page, "service away");
        }
    }

    @Test
    void the_last_way_in_has_no_button_to_take_it_away() {
        try (BrowserContext context = phone()) {
            Page page = context.newPage();
            recognise(page, "subject-" + TestPeople.suffix());
            agree(page);
            page.locator("main form .btn").click();
            page.navigate(TestBrowser.base() + "/settings/services");
            assertThat(page.locator("main form")).hasCount(0);
            look(page, "services with the last way in");
        }
    }
}
