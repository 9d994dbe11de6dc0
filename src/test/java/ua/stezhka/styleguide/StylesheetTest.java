package ua.stezhka.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** The stylesheet, the templates and the style guide speak of the same components. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StylesheetTest {
    /** Components of the design that no page needs yet; the style guide draws them by itself. */
    private static final Set<String> IN_WAITING =
            Set.of("dialog", "dialog--inline", "toast", "skeleton", "skeleton--title", "skeleton--short");

    /** What cannot stand among others on one page, and why. */
    private static final Map<String, String> SHOWN_ELSEWHERE = Map.of(
            "js", "says on html that scripts run",
            "narrow", "says how wide the main part of a page is",
            "middle", "says how wide the main part of a page is",
            "cert-page", "is a page alone on its sheet of paper; it only prints");

    @Test
    void every_class_of_the_stylesheet_is_used_by_a_page_or_waits_in_the_style_guide() {
        Set<String> unused = new TreeSet<>(Stylesheet.classes());
        ClassUses uses = ClassUses.ofTheProduct();
        unused.removeIf(uses::include);

        assertThat(unused).as("classes of app.css that nothing uses").isEqualTo(new TreeSet<>(IN_WAITING));
    }

    @Test
    void every_class_of_the_stylesheet_stands_in_the_style_guide() {
        TestBrowser.Answer guide = new TestBrowser().get("/styleguide");
        assertThat(guide.status()).as(guide.body()).isEqualTo(200);
        Set<String> missing = new TreeSet<>(Stylesheet.classes());
        guide.page().getAllElements().forEach(element -> missing.removeAll(element.classNames()));

        assertThat(missing)
                .as("classes that the style guide does not show")
                .isEqualTo(new TreeSet<>(SHOWN_ELSEWHERE.keySet()));
    }

    @Test
    void the_product_has_no_style_guide() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            assertThat(files.map(Path::toString).toList()).isNotEmpty().noneMatch(file -> file.toLowerCase(Locale.ROOT)
                    .contains("styleguide"));
        }
    }
}
