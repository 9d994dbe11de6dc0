package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.exchange.ContentFixture.COMMUNITY;
import static ua.stezhka.exchange.ContentFixture.COURSE;
import static ua.stezhka.exchange.ContentFixture.ENGLISH;
import static ua.stezhka.exchange.ContentFixture.FRAMEWORK;
import static ua.stezhka.exchange.ContentFixture.LESSON;
import static ua.stezhka.exchange.ContentFixture.PICTURE;
import static ua.stezhka.exchange.ContentFixture.QUESTIONS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ua.stezhka.exchange.Finding.Weight;

class ContentFolderTest {
    @TempDir
    private Path root;

    @Test
    void a_folder_without_mistakes_has_no_findings() {
        assertThat(new ContentFixture(root).folder().findings().sorted()).isEmpty();
    }

    /** Each line: file, passage, its replacement, where the finding stands (a passage after the change), what, cure. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(COURSE, "title: {uk: \"Чай\"", "titel: {uk: \"Чай\"", "titel:", "has no key `titel`", "title"),
                mistake(
                        COURSE,
                        "band: basic",
                        "band: easy",
                        "band:",
                        "`band` has an unknown value",
                        "basic, intermediate, advanced"),
                mistake(COURSE, "band: basic\n", "", "id: tea", "lacks `band`", "add `band: …`"),
                mistake(COURSE, "questions: 1", "questions: one", "questions:", "not a whole number", "a whole number"),
                mistake(
                        COURSE,
                        "checked_on: 2026-11-20",
                        "checked_on: yesterday",
                        "checked_on",
                        "not written",
                        "2026-11-20"),
                mistake(COURSE, "id: tea", "id: coffee", "id: coffee", "not the name of the folder", "id: tea"),
                mistake(
                        COURSE,
                        "band: basic",
                        "band: basic\nband: basic",
                        "band: basic\nframework",
                        "stands here twice",
                        "keep one"),
                mistake(COURSE, "audience: [everyone]", "audience: [everyone", "band:", "not YAML", "indentation"),
                mistake(
                        COURSE,
                        "lessons: [water]",
                        "lessons: [water, milk]",
                        "lessons:",
                        "no lesson milk",
                        "lessons/milk"),
                mistake(
                        COURSE,
                        "lessons: [water]",
                        "lessons: [water, water]",
                        "lessons:",
                        "stands twice",
                        "one section"),
                mistake(COURSE, "  questions: 1", "  questions: 2", "questions:", "pool of 3", "write 3 more"),
                mistake(
                        COURSE,
                        "id: devices, level",
                        "id: magic, level",
                        "id: magic",
                        "no competence magic",
                        "frameworks/"),
                mistake(
                        COURSE,
                        "framework: digcomp",
                        "framework: no",
                        "framework:",
                        "no framework",
                        "digcomp-ua-citizens"),
                mistake(COURSE, "picture: kettle.svg", "picture: pot.svg", "picture:", "no picture pot.svg", "draw"),
                mistake(COURSE, "uk: \"Чай\", en: \"Tea\"", "uk: \"Чай\"", "title:", "has no `en`", "add `en"),
                mistake(COURSE, "uk: \"Чай\"", "uk: \"М'ята\"", "title:", "apostrophe", "’"),
                mistake(COURSE, "uk: \"Чай\"", "uk: \"Чaй\"", "title:", "mixes Latin and Cyrillic", "one alphabet"),
                mistake(COURSE, "uk: \"Чай\"", "uk: \"Чаёк\"", "title:", "a letter that Ukrainian lacks", "correct"),
                mistake(COURSE, "uk: \"Чай\"", "uk: \" \"", "title:", "is empty", "write the text"),
                mistake(LESSON, "---\ntitle", "title", "title", "no head", "begin with ---"),
                mistake(LESSON, "minutes: 3\n", "", "title:", "lacks `minutes`", "add `minutes"),
                mistake(LESSON, " {#boiling}", "", "## Коли", "has no id", "{#step-id}"),
                mistake(LESSON, "{#boiling}", "{#how-much}", "## Коли", "stands twice", "new id"),
                mistake(
                        LESSON,
                        "```question\nboiling",
                        "```question\nsteaming",
                        "```question\nsteaming",
                        "no question steaming",
                        "questions/"),
                mistake(
                        LESSON,
                        "```question\nboiling",
                        "```question\ndegrees",
                        "```question\ndegrees",
                        "for the final quiz",
                        "use: lesson"),
                mistake(
                        LESSON,
                        "```question\nboiling",
                        "```question\nhow-much",
                        "last:```question",
                        "shown twice",
                        "another"),
                mistake(LESSON, "```question\nboiling\n```", "", "---", "has 1 check questions", "at least two"),
                mistake(
                        LESSON,
                        "boiling\n```",
                        "boiling\n```\n\n```question\nhow-much\n```",
                        "last:```question",
                        "second question",
                        "a step of its own"),
                mistake(LESSON, "![Чайник стоїть на столі.]", "![]", "![]", "no alternative text", "cannot see"),
                mistake(LESSON, "](kettle.svg)", "](pot.svg)", "![Чайник", "no picture pot.svg", "draw"),
                mistake(LESSON, "\n![Чайник", "![Чайник", "Без води", "inside a text", "a line of its own"),
                mistake(LESSON, "[!TRY]", "[!DO]", "> [!DO]", "no note [!DO]", "[!TRY]"),
                mistake(LESSON, "[!TRY]", "[!TRY] Зараз.", "> [!TRY]", "beside the mark", "next line"),
                mistake(LESSON, "Вода шумить.", "Вода <b>шумить</b>.", "Вода <b>", "HTML does not work", "Markdown"),
                mistake(
                        LESSON,
                        "Вода шумить.",
                        "<script>alert(1)</script>",
                        "<script>",
                        "HTML does not work",
                        "Markdown"),
                mistake(
                        LESSON,
                        "https://example.org/tea",
                        "javascript:alert(1)",
                        "Без води",
                        "may not lead",
                        "https://"),
                mistake(
                        LESSON,
                        "https://example.org/tea",
                        "http://example.org",
                        "Без води",
                        "may not lead",
                        "https://"),
                mistake(LESSON, "Вода шумить.", "#### Пара", "#### Пара", "too deep", "###"),
                mistake(LESSON, "\n## Навіщо", "Вступ.\n\n## Навіщо", "Вступ.", "before the first step", "## Heading"),
                mistake(LESSON, "Вода шумить.", "П'ємо.", "П'ємо", "apostrophe", "’"),
                mistake(
                        ENGLISH,
                        "{#how-much}",
                        "{#how-little}",
                        "## How much",
                        "steps are not those",
                        "the step how-much"),
                mistake(ENGLISH, "minutes: 3", "minutes: 4", "---", "`minutes` differs", "minutes: 3"),
                mistake(ENGLISH, "```question\nboiling\n```", "", "## When", "shows the questions []", "show the same"),
                mistake(
                        QUESTIONS,
                        "id: boiling",
                        "id: how-much",
                        "- id: how-much\n  use: lesson\n  type: true",
                        "stands in",
                        "a new id"),
                mistake(QUESTIONS, "type: number", "type: numbre", "type: numbre", "unknown value", "single-choice"),
                mistake(QUESTIONS, "  answer: 100\n", "", "- id: degrees", "lacks `answer`", "add `answer"),
                mistake(
                        QUESTIONS,
                        "  answer: 100\n",
                        "  answer: 100\n  right: true\n",
                        "right: true\n  tolerance",
                        "has no `right`",
                        "remove"),
                mistake(
                        QUESTIONS,
                        "right: true, text: {uk: \"Чашка\"",
                        "text: {uk: \"Чашка\"",
                        "options:",
                        "0 options of how-much are right",
                        "exactly one"),
                mistake(
                        QUESTIONS,
                        "{id: none, text",
                        "{id: none, right: true, text",
                        "options:",
                        "2 options",
                        "exactly one"),
                mistake(
                        QUESTIONS,
                        "{id: none, text",
                        "{id: one-cup, text",
                        "- {id: one-cup, text",
                        "one-cup stands twice",
                        "new id"),
                mistake(
                        QUESTIONS,
                        "uk: \"Ніскільки\"",
                        "uk: \"Чашка\"",
                        "- {id: none",
                        "«Чашка» stands twice",
                        "change one"),
                mistake(QUESTIONS, "з {{what}}.\"", "з чашки.\"", "text: {uk: \"Чай", "[when]", "{{id}} once"),
                mistake(
                        QUESTIONS,
                        "{id: morning, right: true,",
                        "{id: morning,",
                        "- id: when",
                        "no single right option",
                        "exactly one"),
                mistake(
                        QUESTIONS,
                        "{id: what, accept: {uk: [\"чашки\"], en: [\"cup\", \"mug\"]}}",
                        "{id: what}",
                        "- {id: what",
                        "neither",
                        "options (chosen)"),
                mistake(
                        QUESTIONS,
                        "type: single-choice\n  competence: devices",
                        "type: single-choice\n  competence: magic",
                        "competence: magic",
                        "no competence magic",
                        "frameworks/"),
                mistake(QUESTIONS, "За якої", "За <i>якої</i>", "prompt: {uk: \"За", "HTML does not work", "Markdown"),
                mistake(
                        PICTURE,
                        "<circle class=\"f-amber\"",
                        "<circle class=\"f-pink\"",
                        "<circle",
                        "unknown class f-pink",
                        "f-amber"),
                mistake(
                        PICTURE,
                        "<circle class",
                        "<circle onclick=\"alert(1)\" class",
                        "<circle",
                        "may not have onclick",
                        "remove"),
                mistake(PICTURE, "<circle class", "<circle id=\"x\" class", "<circle", "may not have id", "remove"),
                mistake(
                        PICTURE,
                        "<title>Kettle</title>",
                        "<script>alert(1)</script>",
                        "<script>",
                        "may not hold <script>",
                        "path"),
                mistake(
                        PICTURE,
                        "<title>Kettle</title>",
                        "<a xmlns=\"http://www.w3.org/1999/xhtml\">x</a>",
                        "<a ",
                        "may not hold <a>",
                        "path"),
                mistake(PICTURE, " viewBox=\"0 0 320 200\"", "", "<svg", "no viewBox", "viewBox="),
                mistake(
                        PICTURE,
                        "<svg ",
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<svg ",
                        "<!DOCTYPE",
                        "DOCTYPE",
                        "plain SVG"),
                mistake(PICTURE, "</g>", "", "</svg>", "not well-formed", "plain SVG"),
                mistake(
                        FRAMEWORK,
                        "id: files-and-folders",
                        "id: devices",
                        "id: devices, number: \"0.3\"",
                        "devices stands twice",
                        "another id"),
                mistake(
                        FRAMEWORK,
                        "  names_official: false\n",
                        "",
                        "framework:",
                        "lacks `names_official`",
                        "add `names_official"),
                mistake(COMMUNITY, "0 800 000 000", "call us", "phone:", "not written", "write"),
                mistake(
                        COMMUNITY,
                        "id: library",
                        "id: digital-lab",
                        "id: digital-lab\n    name: {uk: \"Цифрова",
                        "stands twice",
                        "new id"));
    }

    private static Arguments mistake(
            String file, String passage, String replacement, String place, String what, String cure) {
        return Arguments.of(file, passage, replacement, place, what, cure);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(
            String file, String passage, String replacement, String place, String what, String cure) {
        ContentFixture content = new ContentFixture(root).replace(file, passage, replacement);
        assertThat(content.folder().findings().errors()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isEqualTo(content.line(file, place));
            assertThat(finding.what()).contains(what);
            assertThat(finding.cure()).contains(cure);
        });
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
