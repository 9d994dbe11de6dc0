package ua.stezhka.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Answers the question that stands on a page, by ticking, choosing, typing and pressing. */
final class Reply {
    private static final String CHOICES = ".options .option:not(.option--unknown)";

    private final Page page;
    private final AnswerSheet sheet;
    private final JsonNode question;

    Reply(Page page, AnswerSheet sheet) {
        this.page = page;
        this.sheet = sheet;
        this.question = sheet.asked(
                page.locator(".question-prompt").textContent(),
                page.locator(":is(fieldset, .field):has(.question-prompt)").textContent());
    }

    String type() {
        return question.path("type").asText();
    }

    /** Answers fully right. */
    void right() {
        switch (type()) {
            case "single-choice", "multiple-choice" -> choose(sheet.rightOptions(question));
            case "true-false" ->
                label("input[name=value][value=" + question.path("right").asBoolean() + "]")
                        .click();
            case "short-text" -> page.locator("input[type=text][name=text]").fill(sheet.accepted(question));
            case "number" -> page.locator("input[type=text][name=text]").fill(sheet.number(question));
            case "matching" -> match(sheet.pairs(question));
            case "ordering" -> order(sheet.order(question));
            case "gaps" -> fill(sheet.gaps(question));
            case "rehearsal" ->
                question.path("steps").forEach(step -> new Rehearsing(page, sheet, question).right(step));
            case "categorise" -> group(sheet.groups(question));
            case "hotspot" -> choose(sheet.rightRegions(question));
            default -> throw new AssertionError("unknown type " + type());
        }
    }

    /** Answers a single or a multiple choice with all that is not right. */
    void wrong() {
        List<String> right = sheet.rightOptions(question);
        List<String> wrong = page.locator(CHOICES + " label").allTextContents().stream()
                .map(AnswerSheet::plain)
                .filter(words -> !right.contains(words))
                .toList();
        choose(type().equals("single-choice") ? wrong.subList(0, 1) : wrong);
    }

    private void choose(List<String> wanted) {
        for (Locator option : page.locator(CHOICES).all()) {
            boolean chosen = option.locator("input").isChecked();
            boolean right = wanted.contains(words(option));
            if (right != chosen
                    && (right || option.locator("input[type=checkbox]").count() == 1)) {
                option.locator("label").click();
            }
        }
    }

    private Locator label(String input) {
        return page.locator("label[for='" + page.locator(input).getAttribute("id") + "']");
    }

    private void match(Map<String, String> pairs) {
        for (Locator row : page.locator(".match > li").all()) {
            String right = pairs.get(AnswerSheet.plain(row.locator("label").textContent()));
            select(row.locator("select"), right);
        }
    }

    /** The words of an option, without the number that it has on a picture. */
    private static String words(Locator option) {
        String words = AnswerSheet.plain(option.locator("label").textContent());
        return option.locator(".spot-number").count() == 1 ? words.replaceFirst("^\\d+ ", "") : words;
    }

    private void group(Map<String, String> groups) {
        for (Locator row : page.locator(".match > li").all()) {
            String group = groups.get(AnswerSheet.plain(row.locator("b").textContent()));
            for (Locator label : row.locator("label").all()) {
                if (AnswerSheet.plain(label.textContent()).equals(group)) {
                    label.click();
                }
            }
        }
    }

    private void fill(List<String> fillings) {
        List<Locator> gaps = page.locator(".gap-text :is(input, select)").all();
        for (int i = 0; i < gaps.size(); i++) {
            if (gaps.get(i).evaluate("it => it.tagName").equals("SELECT")) {
                select(gaps.get(i), fillings.get(i));
            } else {
                gaps.get(i).fill(fillings.get(i));
            }
        }
    }

    /** Puts the items in order with the buttons, or without script by the number of their places. */
    private void order(List<String> order) {
        boolean buttons = page.locator("[data-move]").first().isVisible();
        for (int place = 0; place < order.size(); place++) {
            Locator item = item(order.get(place));
            if (!buttons) {
                item.locator("select").selectOption(Integer.toString(place + 1));
            } else {
                while (placeOf(item) > place) {
                    item.locator("[data-move=up]").click();
                }
            }
        }
    }

    private Locator item(String words) {
        return page.locator(".order > li").all().stream()
                .filter(item -> AnswerSheet.plain(item.locator(".order-text").textContent())
                        .equals(words))
                .findFirst()
                .map(item -> page.locator(".order > li[data-item='" + item.getAttribute("data-item") + "']"))
                .orElseThrow(() -> new AssertionError("no item " + words));
    }

    private static int placeOf(Locator item) {
        return ((Number) item.evaluate("it => [...it.parentNode.children].indexOf(it)")).intValue();
    }

    private static void select(Locator field, String words) {
        for (Locator option : field.locator("option").all()) {
            if (AnswerSheet.plain(option.textContent()).equals(words)) {
                field.selectOption(option.getAttribute("value"));
                return;
            }
        }
        throw new AssertionError("nothing to choose says " + words + " in "
                + field.locator("xpath=..").textContent());
    }
}
