package ua.stezhka.exchange;

import static ua.stezhka.exchange.ContentFixture.QUESTIONS;
import static ua.stezhka.exchange.Mistake.mistake;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionMistakesTest {
    static Stream<Mistake> mistakes() {
        return Stream.of(
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
                mistake(QUESTIONS, "За якої", "За <i>якої</i>", "prompt: {uk: \"За", "HTML does not work", "Markdown"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(Mistake mistake, @TempDir Path root) {
        mistake.isToldIn(root);
    }
}
