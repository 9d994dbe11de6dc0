package ua.stezhka.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is right on every page, whatever it shows. */
final class Look {
    private static final List<String> THEMES = List.of("light", "dark", "contrast");
    private static final List<String> ALL_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = resource("/axe.min.js");
    private static final String AT_ONCE = resource("/journey/at-once.js");
    private static final String SIZES = resource("/journey/sizes.js");
    private static final String RUN_AXE = """
            what => axe.run(document, {runOnly: what, resultTypes: ['violations']}).then(result =>
                result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': '
                    + node.failureSummary.replace(/\\s+/g, ' '))))
            """;

    private Look() {}

    /** What can be seen at once on each page on the way: one heading, one main action, no mixed language, nothing too wide. */
    @SuppressWarnings("unchecked")
    static List<String> atOnce(Page page) {
        return (List<String>) page.evaluate(AT_ONCE);
    }

    /**
     * Looks at a page closely: axe in each theme and at both widths, at 320 px with small and large text, sizes of text and
     * targets.
     *
     * @param page  where it stays, with its own width and theme afterwards
     * @param state what the page shows, for the report
     */
    static List<String> closely(Page page, String state) {
        List<String> faults = new ArrayList<>();
        var before = page.viewportSize();
        Object theme = page.evaluate("() => document.documentElement.getAttribute('data-theme')");
        page.evaluate(AXE);
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            for (String each : THEMES) {
                set(page, "data-theme", each);
                for (String fault : axe(page, each)) {
                    faults.add(state + ", " + each + ", " + screen.width + ": " + fault);
                }
            }
        }
        set(page, "data-theme", theme);
        faults.addAll(narrow(page, state));
        page.setViewportSize(before.width, before.height);
        return faults;
    }

    /** A theme changes colours only: the rules about everything else are asked once a width. */
    @SuppressWarnings("unchecked")
    private static List<String> axe(Page page, String theme) {
        Map<String, Object> what = theme.equals("light")
                ? Map.of("type", "tag", "values", ALL_RULES)
                : Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));
        return (List<String>) page.evaluate(RUN_AXE, what);
    }

    @SuppressWarnings("unchecked")
    private static List<String> narrow(Page page, String state) {
        List<String> faults = new ArrayList<>();
        Object text = page.evaluate("() => document.documentElement.getAttribute('data-text')");
        page.setViewportSize(320, 640);
        for (String size : List.of("100", "200")) {
            set(page, "data-text", size);
            for (String fault : (List<String>) page.evaluate(SIZES)) {
                faults.add(state + ", 320, text " + size + " %: " + fault);
            }
        }
        set(page, "data-text", text);
        return faults;
    }

    private static void set(Page page, String attribute, Object value) {
        page.evaluate(
                "([name, value]) => value === null ? document.documentElement.removeAttribute(name)"
                        + " : document.documentElement.setAttribute(name, value)",
                java.util.Arrays.asList(attribute, value));
    }

    private static String resource(String name) {
        try (InputStream in = Look.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
