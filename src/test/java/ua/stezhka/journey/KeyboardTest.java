package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

/** Everything can be done with the keyboard alone, and one always sees where one is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeyboardTest {
    private static final int LONGEST_WAY = 60;

    /** What has the focus: visible, with an outline of two pixels, not covered by anything that stays on the screen. */
    private static final String FOCUS = """
            () => {
              const it = document.activeElement, box = it.getBoundingClientRect();
              const outlined = [it, ...(it.labels || []), it.closest('.option, .chip')].filter(Boolean).some(each => {
                const style = getComputedStyle(each);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
              });
              const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              const clear = top && (it.contains(top) || top.contains(it) || [...(it.labels || [])].some(l => l.contains(top)));
              return { what: it.outerHTML.slice(0, 120), outlined, clear };
            }
            """;

    @Test
    void every_type_of_question_is_answered_by_keyboard_alone() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Walk walk = new Walk(visit, "internet-safety", "uk");
            for (String type : AnswerSheet.TYPES) {
                visit.open(walk.sheet().first(type).address("internet-safety"));
                answer(visit, type);
                reach(visit, "form[action$='/response'] button.btn:not(.btn--ghost, [data-move])");
                visit.leave(() -> visit.page.keyboard().press("Enter"));
                assertThat(visit.page.locator("#result").count()).as(type).isEqualTo(1);
            }
        }
    }

    private static void answer(Visit visit, String type) {
        Page page = visit.page;
        switch (type) {
            case "single-choice", "true-false", "hotspot" -> {
                reach(visit, ".options input");
                page.keyboard().press("ArrowDown");
                assertThat(page.locator(".options input").nth(1).isChecked()).isTrue();
            }
            case "categorise" -> {
                for (Locator row : page.locator(".match > li").all()) {
                    reach(visit, "[name='" + row.locator("input").first().getAttribute("name") + "']");
                    page.keyboard().press("ArrowDown");
                    assertThat(row.locator("input").nth(1).isChecked()).isTrue();
                }
            }
            case "multiple-choice" -> {
                reach(visit, ".options input");
                page.keyboard().press("Space");
                assertThat(page.locator(".options input").first().isChecked()).isTrue();
            }
            case "short-text", "number" -> {
                reach(visit, "input[type=text][name=text]");
                page.keyboard().type("12");
            }
            case "matching", "gaps" -> {
                for (Locator field : page.locator("main fieldset :is(select, input[type=text])")
                        .all()) {
                    reach(visit, "#" + field.getAttribute("id"));
                    if (field.evaluate("it => it.tagName").equals("SELECT")) {
                        page.keyboard().press("ArrowDown");
                    } else {
                        page.keyboard().type("слово");
                    }
                    assertThat(field.inputValue()).isNotEmpty();
                }
            }
            case "ordering" -> {
                List<String> before = page.locator(".order-text").allTextContents();
                reach(visit, "[data-move=down]");
                page.keyboard().press("Enter");
                assertThat(page.locator(".order-text").allTextContents()).containsExactlyElementsOf(swapped(before));
                assertThat(page.locator("[data-order-state]").textContent()).isNotBlank();
            }
            default -> throw new AssertionError(type);
        }
    }

    private static List<String> swapped(List<String> items) {
        List<String> swapped = new java.util.ArrayList<>(items);
        java.util.Collections.swap(swapped, 0, 1);
        return swapped;
    }

    /** Goes by Tab until one of these has the focus; every stop on the way must show where one is. */
    @SuppressWarnings("unchecked")
    static void reach(Visit visit, String wanted) {
        for (int stops = 0; stops < LONGEST_WAY; stops++) {
            visit.page.keyboard().press("Tab");
            Map<String, Object> focus = (Map<String, Object>) visit.page.evaluate(FOCUS);
            if (focus.get("outlined").equals(false)) {
                visit.blame(List.of("no visible focus: " + focus.get("what")));
            }
            if (focus.get("clear").equals(false)) {
                visit.blame(List.of("focus is covered: " + focus.get("what")));
            }
            if ((boolean) visit.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + wanted + " on " + visit.path());
    }

    @Test
    void the_first_stop_leads_past_the_navigation() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/courses");
            reach(visit, ".skip");
            visit.page.keyboard().press("Enter");
            assertThat(visit.page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        }
    }
}
