package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A question of an open attempt that is answered by one tap. */
final class Choice {
    static final String COURSE = "internet-safety";
    private static final String OPTIONS = ".options input:not([data-unknown])";

    private Choice() {}

    /** Begins an attempt, or goes on with it, up to such a question. */
    static void open(Visit visit) {
        visit.open("/courses/" + COURSE + "/quiz");
        visit.press("main form .btn:not(.btn--ghost)");
        while (visit.page.locator(OPTIONS).count() == 0) {
            visit.press("main button[name=go][value=next]");
        }
    }

    static Locator at(Page page, int which) {
        return page.locator(OPTIONS).nth(which);
    }

    static void tap(Page page, int which) {
        page.locator("label[for='" + at(page, which).getAttribute("id") + "']").click();
    }

    static void waitFor(Page page, String state) {
        assertThat(page.locator("[data-save-state]")).hasAttribute("data-state", state);
    }
}
