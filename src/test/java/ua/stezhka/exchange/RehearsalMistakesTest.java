package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.exchange.ContentFixture.QUESTIONS;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in a rehearsal, each told with its line and its cure. */
class RehearsalMistakesTest {
    private static final String REHEARSAL = """

            - id: rehearse-kettle
              use: final
              type: rehearsal
              competence: devices
              level: A1
              prompt: {uk: "Увімкніть чайник.", en: "Switch the kettle on."}
              screens:
                - id: kitchen
                  frame: phone
                  title: {uk: "Кухня", en: "Kitchen"}
                  parts:
                    - {heading: {uk: "Доброго ранку", en: "Good morning"}}
                    - {button: {uk: "Чайник", en: "Kettle"}, id: kettle}
                    - {link: {uk: "Плита", en: "Stove"}, id: stove, why: {uk: "Це плита.", en: "This is the stove."}}
                    - list:
                        - {id: lamp, text: {uk: "Лампа", en: "Lamp"}}
                    - picture: kettle.svg
                      alt: {uk: "Чайник.", en: "A kettle."}
                      regions:
                        - {id: knob, text: {uk: "Кришка", en: "Lid"}, at: [10, 20, 80, 80]}
                - id: name
                  frame: browser
                  title: {uk: "Ім’я чайника", en: "Name of the kettle"}
                  parts:
                    - {field: {uk: "Назва", en: "Name"}, id: name}
                    - {keypad: true, id: key}
              steps:
                - {id: open, screen: kitchen, task: {uk: "Відкрийте чайник.", en: "Open the kettle."}, right: kettle}
                - {id: call, screen: name, task: {uk: "Введіть: Свисток.", en: "Type: Whistle."}, right: name, accept: {uk: ["Свисток"], en: ["Whistle"]}}
                - {id: press, screen: name, task: {uk: "Натисніть п’ять.", en: "Press five."}, right: key-5}
              feedback: {uk: "Так.", en: "Yes."}
            """;

    private static String[] m(String passage, String replacement, String place, String what, String cure) {
        return new String[] {passage, replacement, place, what, cure};
    }

    static Stream<String[]> mistakes() {
        return Stream.of(
                m(
                        "{button: {uk: \"Чайник\", en: \"Kettle\"}, id: kettle}",
                        "{id: kettle}",
                        "- {id: kettle",
                        "of no kind",
                        "heading"),
                m(
                        "{button: {uk",
                        "{heading: {uk: \"О\", en: \"O\"}, button: {uk",
                        "- {heading: {uk: \"О\"",
                        "at once",
                        "one of"),
                m("en: \"Kettle\"}, id: kettle}", "en: \"Kettle\"}}", "- {button", "lacks `id`", "add `id"),
                m(
                        "en: \"Good morning\"}}",
                        "en: \"Good morning\"}, id: hello}",
                        "- {heading",
                        "a heading has no `id`",
                        "remove"),
                m("id: stove", "id: kettle", "- {link", "kettle stands twice", "change one"),
                m("{uk: \"Плита\"", "{uk: \"Чайник\"", "- {link", "«Чайник» stands twice", "cannot tell them apart"),
                m("screen: kitchen", "screen: cellar", "- {id: open", "no screen cellar", "kitchen"),
                m("right: kettle}", "right: name}", "- {id: open", "has no part name", "kettle"),
                m("right: key-5", "right: key-55", "- {id: press", "has no part key-55", "key-5"),
                m(
                        ", accept: {uk: [\"Свисток\"], en: [\"Whistle\"]}",
                        "",
                        "- {id: call",
                        "lacks `accept`",
                        "what may be typed"),
                m(
                        "right: kettle}",
                        "right: kettle, accept: {uk: [\"так\"], en: [\"yes\"]}}",
                        "- {id: open",
                        "only pressed",
                        "remove it"),
                m(
                        "Введіть: Свисток.",
                        "Введіть своє ім’я.",
                        "- {id: call",
                        "does not say what to type",
                        "data of their own"),
                m(
                        "id: press, screen",
                        "id: call, screen",
                        "- {id: call, screen: name, task: {uk: \"Натисніть",
                        "call stands twice",
                        "change one"),
                m(
                        "id: name\n      frame",
                        "id: kitchen\n      frame",
                        "- id: kitchen\n      frame: browser",
                        "kitchen stands twice",
                        "change one"),
                m(
                        "kettle.svg\n          alt",
                        "pot.svg\n          alt",
                        "picture: pot.svg",
                        "no picture pot.svg",
                        "pictures/pot.svg"),
                m("[10, 20, 80, 80]", "[300, 20, 80, 80]", "- {id: knob", "leaves its picture", "320 by 200"),
                m("[10, 20, 80, 80]", "[10, 20, 80, 20]", "- {id: knob", "too small for a finger", "54"),
                m("frame: phone", "frame: tablet", "frame: tablet", "unknown value", "phone, browser"),
                m("right: kettle}", "}", "- {id: open", "lacks `right`", "add `right"),
                m(", en: \"Stove\"", "", "- {link", "no `en`", "add `en"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(
            String passage, String replacement, String place, String what, String cure, @TempDir Path root) {
        ContentFixture content = new ContentFixture(root);
        content.write(QUESTIONS, content.text(QUESTIONS) + REHEARSAL).replace(QUESTIONS, passage, replacement);
        assertThat(content.folder().findings().errors()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(QUESTIONS);
            assertThat(finding.line()).isEqualTo(content.line(QUESTIONS, place));
            assertThat(finding.what()).contains(what);
            assertThat(finding.cure()).contains(cure);
        });
    }

    @Test
    void without_mistakes_nothing_is_found(@TempDir Path root) {
        ContentFixture content = new ContentFixture(root);
        content.write(QUESTIONS, content.text(QUESTIONS) + REHEARSAL);
        assertThat(content.folder().findings().sorted()).isEmpty();
    }

    @Test
    void one_thing_to_press_is_no_choice(@TempDir Path root) {
        ContentFixture content = new ContentFixture(root);
        content.write(QUESTIONS, content.text(QUESTIONS) + REHEARSAL)
                .replace(QUESTIONS, "        - {keypad: true, id: key}\n", "")
                .replace(QUESTIONS, "right: key-5", "right: name");
        assertThat(content.folder().findings().errors()).anySatisfy(finding -> {
            assertThat(finding.what()).contains("has 1 things to press");
            assertThat(finding.line()).isEqualTo(content.line(QUESTIONS, "last:- id: name\n      frame"));
        });
    }
}
