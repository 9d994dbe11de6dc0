package ua.stezhka.exchange;

import static ua.stezhka.exchange.ContentFixture.ENGLISH;
import static ua.stezhka.exchange.ContentFixture.LESSON;
import static ua.stezhka.exchange.Mistake.mistake;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonMistakesTest {
    static Stream<Mistake> mistakes() {
        return Stream.of(
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
                mistake(
                        ENGLISH,
                        "```question\nboiling\n```",
                        "",
                        "## When",
                        "shows the questions []",
                        "show the same"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(Mistake mistake, @TempDir Path root) {
        mistake.isToldIn(root);
    }
}
