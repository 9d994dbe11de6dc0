package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.TestDatabase;

/** A first visit costs little on a slow network: what goes over the wire is measured by the browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PageBudgetTest {
    private static final int TEXTS_STYLES_FONTS = 150 * 1024;
    private static final int SCRIPTS = 100 * 1024;
    private static final int LESSON = 300 * 1024;
    private static final String WEIGHT = """
            addresses => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(each => new RegExp(addresses).test(new URL(each.name).pathname))
                .reduce((sum, each) => sum + Math.max(each.transferSize, each.encodedBodySize), 0)""";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/courses", "/courses/internet-safety", "/courses/smartphone-first-steps", "/help"})
    void a_first_visit_is_light(String path) {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open(path);
            visit.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(weight(visit, "/[^.]*$|[.](css|woff2)$"))
                    .as("HTML, CSS and fonts")
                    .isBetween(10_000, TEXTS_STYLES_FONTS);
            assertThat(weight(visit, "[.]js$")).as("scripts").isLessThanOrEqualTo(SCRIPTS);
        }
    }

    @Test
    void each_step_of_a_lesson_is_light() {
        for (int step = 1; step <= 5; step++) {
            try (Visit visit = Visit.on(Screen.PHONE)) {
                visit.open("/courses/internet-safety/lessons/bank-call/steps/" + step);
                // With the copy of the whole lesson that the device keeps.
                visit.page.locator("[data-kept]").waitFor();
                visit.page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(weight(visit, ".")).isBetween(10_000, LESSON);
                assertThat(weight(visit, "[.]js$")).as("scripts").isLessThanOrEqualTo(SCRIPTS);
            }
        }
    }

    /** Bytes that came over the wire for addresses like these, as the page itself measured them. */
    private static int weight(Visit visit, String addresses) {
        return (int) visit.page.evaluate(WEIGHT, addresses);
    }
}
