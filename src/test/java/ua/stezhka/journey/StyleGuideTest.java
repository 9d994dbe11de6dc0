package ua.stezhka.journey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Every component in every state is looked at closely, as every page is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StyleGuideTest {
    @Test
    void every_component_is_right_in_every_state_and_theme() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.page.navigate(TestBrowser.base() + "/styleguide");
            visit.blame(Look.atOnce(visit.page).stream()
                    .filter(fault -> !fault.startsWith("main actions"))
                    .toList());
            visit.blame(Look.closely(visit.page, "style guide"));
        }
    }
}
