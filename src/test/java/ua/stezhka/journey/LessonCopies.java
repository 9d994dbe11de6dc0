package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A person with a copy of a lesson on the device, who peeps at the key. */
final class LessonCopies {
    static final String COURSE = "internet-safety";
    static final String LESSON = "/courses/" + COURSE + "/lessons/bank-call";
    static final int STEPS = 8;
    static final int MANY = 3;
    static final int ONE = 6;
    static final int REHEARSAL = 7;
    static final int TRUTH = 8;
    static final double SOON = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LessonCopies() {}

    /** Opens the lesson with a network and waits until the device has it. */
    static void keep(Visit visit) {
        visit.open(LESSON + "/steps/1");
        assertThat(visit.page.locator("[data-kept]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
        visit.page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }

    /** The step that is shown. */
    static Locator step(Page page) {
        return page.locator("section[data-step]:not([hidden])");
    }

    static void stands(Page page, int step) {
        assertThat(step(page)).hasAttribute("data-step", Integer.toString(step));
    }

    /** Goes on from the step that is shown. */
    static void goOn(Page page, int to) {
        step(page).locator("[data-go-on] button:visible").click();
        stands(page, to);
    }

    /** From the page of the network, which is cut by now, to the next step of the copy. */
    static void leave(Page page) {
        page.locator("form[action$='/completion'] button:visible").click();
        page.locator("[data-copy]").waitFor();
    }

    static JsonNode key(Page page) {
        try {
            return JSON.readTree(step(page).locator("form[data-check]").getAttribute("data-check"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> tokens(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static void choose(Page page, List<String> tokens) {
        for (Locator input :
                step(page).locator(".option:not(.option--unknown) input").all()) {
            boolean wanted = tokens.contains(input.getAttribute("value"));
            if (wanted != input.isChecked() && (wanted || "checkbox".equals(input.getAttribute("type")))) {
                step(page)
                        .locator("label[for='" + input.getAttribute("id") + "']")
                        .click();
            }
        }
    }

    static void check(Page page) {
        step(page).locator("[data-check-actions] button").click();
    }

    static Locator result(Page page) {
        return step(page).locator("#result");
    }

    /** Does a step of a rehearsal rightly: presses, or types and presses. */
    static void right(Page page, JsonNode step) {
        if (step.has("accepted")) {
            step(page)
                    .locator(".mock [name=text-" + step.path("part").asText() + "]")
                    .fill(step.path("accepted").path("wordings").get(0).asText());
        }
        press(page, step.path("part").asText());
    }

    /** Presses a part of the screen of a rehearsal, and waits for what comes after it. */
    static void press(Page page, String token) {
        step(page).locator(".mock").evaluate("it => it.setAttribute('data-left', '')");
        step(page).locator(".mock [name=part][value='" + token + "']").first().click();
        page.waitForFunction("() => !document.querySelector('[data-left]')");
    }

    /** How many deeds wait, as the page says it. */
    static void waits(Page page, String words) {
        assertThat(page.locator("[data-copy-waiting]")).hasText(words);
    }

    /** Until everything that waited is sent. */
    static void sent(Page page) {
        assertThat(page.locator("[data-copy-reading]"))
                .hasText(
                        "Зв’язок є. Усе, що ви зробили, збережено.",
                        new LocatorAssertions.HasTextOptions().setTimeout(SOON));
    }
}
