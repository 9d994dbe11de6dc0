package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.exchange.ContentFixture.COMMUNITY;
import static ua.stezhka.exchange.ContentFixture.COURSE;
import static ua.stezhka.exchange.ContentFixture.ENGLISH;
import static ua.stezhka.exchange.ContentFixture.LESSON;
import static ua.stezhka.exchange.ContentFixture.PICTURE;
import static ua.stezhka.exchange.ContentFixture.QUESTIONS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.exchange.Finding.Weight;

class ContentFolderTest {
    @TempDir
    private Path root;

    @Test
    void a_folder_without_mistakes_has_no_findings() {
        assertThat(new ContentFixture(root).folder().findings().sorted()).isEmpty();
    }

    @Test
    void what_is_only_unwise_is_a_warning() {
        ContentFixture content = new ContentFixture(root)
                .write("courses/tea/notes.txt", "…")
                .write("courses/tea/pictures/unused.svg", new ContentFixture(root).text(PICTURE))
                .replace(LESSON, "Вода шумить.", "Вода шумить - і " + "дуже ".repeat(190) + "гучно \"співає\".");
        assertThat(content.folder().findings().hasErrors()).isFalse();
        assertThat(content.folder().findings().sorted())
                .allMatch(f -> f.weight() == Weight.WARNING)
                .extracting(Finding::what)
                .anyMatch(w -> w.contains("nobody reads this"))
                .anyMatch(w -> w.contains("nothing shows this picture"))
                .anyMatch(w -> w.contains("hyphen stands as a dash"))
                .anyMatch(w -> w.contains("straight quotation marks"))
                .anyMatch(w -> w.contains("a sentence of 19"))
                .anyMatch(w -> w.contains("the step has 19"))
                .anyMatch(w -> w.contains("words on average"));
    }

    @Test
    void a_region_that_a_finger_misses_is_a_warning() {
        ContentFixture content = new ContentFixture(root)
                .replace(QUESTIONS, "rectangle: [10, 10, 80, 80]", "rectangle: [10, 10, 80, 40]")
                .replace(QUESTIONS, "circle: [200, 60, 40]", "circle: [80, 50, 40]");
        assertThat(content.folder().findings().sorted())
                .allMatch(f -> f.weight() == Weight.WARNING)
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "the region is 40 pixels small on a phone",
                        "the region lies over the one of line " + content.line(QUESTIONS, "- {id: spout, right"));
    }

    @Test
    void a_missing_file_is_an_error_in_its_own_name() {
        ContentFixture content = new ContentFixture(root).delete(ENGLISH).delete(COMMUNITY);
        assertThat(content.folder().findings().errors())
                .extracting(Finding::file)
                .containsExactly(ENGLISH, COMMUNITY);
    }

    @Test
    void a_course_in_one_language_has_no_english_text_anywhere() {
        ContentFixture content = new ContentFixture(root).replace(COURSE, "[uk, en]", "[uk]");
        assertThat(content.folder().findings().errors())
                .extracting(Finding::file)
                .contains(COURSE, QUESTIONS, ENGLISH);
    }

    @Test
    void a_text_that_nests_too_deep_or_refers_to_itself_is_refused() {
        ContentFixture deep = new ContentFixture(root).write(QUESTIONS, "[".repeat(5000));
        assertThat(deep.folder().findings().errors()).extracting(Finding::file).contains(QUESTIONS);
        ContentFixture bomb = deep.write(QUESTIONS, "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        assertThat(bomb.folder().findings().errors()).extracting(Finding::file).contains(QUESTIONS);
    }

    @Test
    void a_file_that_is_not_utf_8_or_too_large_is_refused() throws Exception {
        ContentFixture content = new ContentFixture(root).write(LESSON, "a".repeat(1_000_001));
        java.nio.file.Files.write(root.resolve(ENGLISH), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(content.folder().findings().errors())
                .anyMatch(f -> f.file().equals(LESSON) && f.what().contains("larger than"))
                .anyMatch(f -> f.file().equals(ENGLISH) && f.what().contains("not in UTF-8"));
    }

    @Test
    void the_check_prints_every_finding_and_ends_with_one_when_there_is_an_error() {
        ContentFixture content = new ContentFixture(root);
        assertThat(check(content)).isEqualTo("0: 1 courses, 1 frameworks: 0 errors, 0 warnings\n");
        content.replace(COURSE, "band: basic", "band: easy");
        assertThat(check(content)).isEqualTo("""
                        1: courses/tea/course.yaml:6: error: `band` has an unknown value
                            cure: write one of: basic, intermediate, advanced
                        0 courses, 1 frameworks: 1 errors, 0 warnings
                        """);
    }

    private static String check(ContentFixture content) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = ContentCheck.run(content.root(), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return code + ": " + printed.toString(StandardCharsets.UTF_8);
    }
}
