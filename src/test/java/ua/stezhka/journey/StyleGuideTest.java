package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Every component in every state is looked at closely, as every page is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StyleGuideTest {
    private static final int HEIGHT = 800;

    @Test
    void every_component_is_right_in_every_state_and_theme() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            open(visit);
            visit.blame(Look.closely(visit.page, "style guide"));
        }
    }

    /** A page has one main action; a guide shows them all. */
    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void no_component_is_wider_than_the_screen(int width) {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.page.setViewportSize(width, HEIGHT);
            open(visit);
            assertThat(Look.atOnce(visit.page)).allMatch(fault -> fault.startsWith("main actions"));
        }
    }

    private static void open(Visit visit) {
        assertThat(visit.page.navigate(TestBrowser.base() + "/styleguide").status())
                .isEqualTo(200);
    }
}
