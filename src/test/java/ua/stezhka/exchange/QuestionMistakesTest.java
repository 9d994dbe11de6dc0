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
                        "{id: what, accept: {uk: [\"чашки\"], en: [\"cup\", \"mug\"]}, near: true, wrong: {uk: [\"чашка\"], en: [\"cap\"]}}",
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
                        QUESTIONS,
                        "{id: tea, in: hot,",
                        "{id: tea, in: warm,",
                        "- {id: tea",
                        "belongs to no group",
                        "[cold, hot]"),
                mistake(
                        QUESTIONS,
                        "id: juice, in: cold,",
                        "id: juice, in: hot,",
                        "categories:",
                        "nothing belongs to [cold]",
                        "an item"),
                mistake(QUESTIONS, "{id: pour,", "{id: pour, in: hot,", "- {id: pour", "no group", "type: categorise"),
                mistake(
                        QUESTIONS,
                        "{id: spout, right: true,",
                        "{id: spout,",
                        "regions:",
                        "0 regions of spout",
                        "choose: 1"),
                mistake(
                        QUESTIONS,
                        "{id: lid, text",
                        "{id: lid, right: true, text",
                        "regions:",
                        "2 regions",
                        "choose: 2"),
                mistake(
                        QUESTIONS,
                        "rectangle: [10, 10, 80, 80]",
                        "rectangle: [10, 10, 800, 80]",
                        "- {id: spout, right",
                        "not on the picture",
                        "viewBox"),
                mistake(QUESTIONS, ", circle: [200, 60, 40]", "", "- {id: lid", "not one shape", "rectangle"),
                mistake(
                        QUESTIONS,
                        "  unit: {uk: \"градусів\", en: \"degrees\"}\n",
                        "",
                        "units:",
                        "does not name",
                        "write `unit`"),
                mistake(
                        QUESTIONS,
                        "wrong: {uk: [\"чашка\"], en: [\"cap\"]}",
                        "wrong: {uk: [\"Чашки\"], en: [\"cap\"]}",
                        "- {id: what",
                        "both accepted and wrong",
                        "one of the two"),
                mistake(
                        QUESTIONS,
                        "near: true, wrong",
                        "near: perhaps, wrong",
                        "- {id: what",
                        "is not true or false",
                        "write true or false"),
                mistake(
                        QUESTIONS,
                        "marking: all-or-nothing",
                        "marking: nothing",
                        "marking:",
                        "unknown value",
                        "partial, all-or-nothing"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(Mistake mistake, @TempDir Path root) {
        mistake.isToldIn(root);
    }
}
