package ua.stezhka.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A person at a screen of a rehearsal, who knows what its author wrote. */
record Rehearsing(Page page, AnswerSheet sheet, JsonNode question) {
    /** Does a step rightly: presses, or types and presses. */
    void right(JsonNode step) {
        JsonNode accept = step.path("accept");
        if (accept.isMissingNode()) {
            press(button(label(step)));
        } else {
            page.locator(".mock input").first().fill(sheet.accepted(step));
            press(page.locator(".mock-field button").first());
        }
    }

    /** What can be pressed on the screen under these words. */
    Locator button(String label) {
        return page.locator(".mock button[name=part]").all().stream()
                .filter(each -> AnswerSheet.plain(each.textContent()).matches("(?s)\\Q" + label + "\\E( \\S+)?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to press says " + label));
    }

    /** Presses, and waits for the screen that comes, on a page of its own or on the same one. */
    void press(Locator what) {
        page.evaluate("() => document.querySelector('.mock').setAttribute('data-left', '')");
        what.click();
        page.waitForFunction("() => !document.querySelector('[data-left]')");
        page.waitForLoadState();
    }

    /** The words on the right part of a step. */
    String label(JsonNode step) {
        String right = step.path("right").asText();
        for (JsonNode screen : question.path("screens")) {
            if (!screen.path("id").equals(step.path("screen"))) {
                continue;
            }
            for (JsonNode part : screen.path("parts")) {
                if (part.has("keypad") && right.startsWith(part.path("id").asText() + "-")) {
                    return right.substring(part.path("id").asText().length() + 1);
                }
                if (part.path("id").asText().equals(right)) {
                    return Stream.of("button", "link", "switch", "field")
                            .filter(part::has)
                            .map(kind -> sheet.words(part.path(kind)))
                            .findFirst()
                            .orElseThrow();
                }
                for (JsonNode row : (Iterable<JsonNode>)
                        Stream.concat(stream(part.path("list")), stream(part.path("regions")))::iterator) {
                    if (row.path("id").asText().equals(right)) {
                        return sheet.words(row.path("text"));
                    }
                }
            }
        }
        throw new AssertionError("no part " + right);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
