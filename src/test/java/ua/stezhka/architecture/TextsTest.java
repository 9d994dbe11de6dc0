package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the interface: complete and alike in both languages, each used, none outside the message files. */
class TextsTest {
    private static final Set<String> UKRAINIAN_PLURAL = Set.of("one", "few", "many", "other");
    private static final Set<String> ENGLISH_PLURAL = Set.of("one", "other");

    private final Map<String, Bundle> uk = Bundle.all("uk");
    private final Map<String, Bundle> en = Bundle.all("en");

    @Test
    void every_module_speaks_both_languages() {
        assertThat(uk.keySet()).isNotEmpty().isEqualTo(en.keySet());
    }

    @Test
    void every_text_stands_in_both_languages() {
        assertThat(names(uk)).isEqualTo(names(en));
    }

    @Test
    void every_text_takes_the_same_arguments_in_both_languages() {
        Set<String> translated = names(en);
        uk.forEach((module, bundle) -> bundle.texts().keySet().stream()
                .filter(name -> translated.contains(module + '.' + name))
                .forEach(name -> assertThat(bundle.placeholders(name))
                        .as(module + '.' + name)
                        .isEqualTo(Bundle.of(en, module).placeholders(name))));
    }

    @Test
    void a_plural_has_the_forms_of_its_language() {
        assertPlurals(uk, UKRAINIAN_PLURAL);
        assertPlurals(en, ENGLISH_PLURAL);
    }

    @Test
    void every_text_is_a_message_pattern() {
        Stream.of("uk", "en").forEach(language -> Bundle.all(language).values().forEach(bundle -> bundle.texts()
                .forEach((name, text) -> assertThatCode(() -> new MessageFormat(text, new ULocale(language)))
                        .as(bundle.module() + '.' + name)
                        .doesNotThrowAnyException())));
    }

    @Test
    void no_text_is_empty_or_begins_or_ends_with_a_space() {
        assertThat(Stream.of(uk, en)
                        .flatMap(bundles -> bundles.values().stream())
                        .flatMap(bundle -> bundle.texts().entrySet().stream()
                                .filter(text -> text.getValue().isBlank()
                                        || !text.getValue().strip().equals(text.getValue()))
                                .map(text -> House.name(bundle.file()) + ": " + text.getKey())))
                .isEmpty();
    }

    /** In ICU patterns the straight apostrophe quotes, and in Ukrainian it is the wrong letter anyway. */
    @Test
    void the_apostrophe_is_the_right_one() {
        assertThat(Stream.of(uk, en)
                        .flatMap(bundles -> bundles.values().stream())
                        .flatMap(bundle -> bundle.texts().entrySet().stream()
                                .filter(text -> text.getValue().indexOf('\'') >= 0)
                                .map(text -> House.name(bundle.file()) + ": " + text.getKey())))
                .isEmpty();
    }

    @Test
    void every_text_that_a_template_or_the_code_names_exists() {
        Set<String> known = names(uk);

        assertThat(TextUses.named().filter(use -> !known.contains(use.key())).map(TextUses.Use::toString))
                .isEmpty();
    }

    @Test
    void a_template_gives_a_text_as_many_arguments_as_it_takes() {
        assertThat(TextUses.inTemplates()
                        .filter(use -> uk.containsKey(use.bundle())
                                && Bundle.of(uk, use.bundle()).texts().containsKey(use.name()))
                        .filter(use -> use.arguments() != arguments(use))
                        .map(use -> use + " takes " + arguments(use)))
                .isEmpty();
    }

    @Test
    void every_text_is_used() {
        Set<String> used = TextUses.named().map(TextUses.Use::key).collect(Collectors.toSet());
        Set<String> literals = TextUses.literals();
        List<String> beginnings = TextUses.beginnings();

        assertThat(names(uk).stream().filter(key -> !used.contains(key)).filter(key -> keysThatMayMean(key)
                        .noneMatch(name ->
                                literals.contains(name) || beginnings.stream().anyMatch(name::startsWith))))
                .as("texts that nobody uses")
                .isEmpty();
    }

    @Test
    void every_problem_has_a_text() {
        Set<String> known = names(uk);

        assertThat(TextUses.problemCodes()
                        .filter(code -> !known.contains("problem." + code.key().replace('.', '_'))))
                .as("problem codes without a text in problem_uk.properties")
                .isEmpty();
    }

    @Test
    void no_text_stands_in_a_template() {
        assertThat(House.templates().stream().flatMap(TemplateWords::of)).isEmpty();
    }

    /**
     * How code may name a text: by its key, by its name alone where the bundle is known, and a problem’s text
     * {@code problem.quiz_attempt_closed} by the code {@code quiz.attempt_closed}.
     */
    private static Stream<String> keysThatMayMean(String key) {
        String name = key.substring(key.indexOf('.') + 1);
        return key.startsWith("problem.") ? Stream.of(key, name, name.replaceFirst("_", ".")) : Stream.of(key, name);
    }

    private int arguments(TextUses.Use use) {
        return Bundle.of(uk, use.bundle()).placeholders(use.name()).stream()
                .mapToInt(place -> Integer.parseInt(place) + 1)
                .max()
                .orElse(0);
    }

    private static Set<String> names(Map<String, Bundle> bundles) {
        Set<String> names = new TreeSet<>();
        bundles.forEach((module, bundle) -> bundle.texts().keySet().forEach(name -> names.add(module + '.' + name)));
        return names;
    }

    private static void assertPlurals(Map<String, Bundle> bundles, Set<String> forms) {
        bundles.forEach((module, bundle) -> bundle.texts().keySet().forEach(name -> bundle.pluralBranches(name)
                .forEach(branches -> assertThat(branches.stream().filter(branch -> !branch.startsWith("=")))
                        .as(House.name(bundle.file()) + ": " + name)
                        .containsExactlyInAnyOrderElementsOf(forms))));
    }
}
