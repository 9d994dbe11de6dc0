package ua.stezhka.exchange;

import static ua.stezhka.exchange.ContentFixture.COMMUNITY;
import static ua.stezhka.exchange.ContentFixture.FRAMEWORK;
import static ua.stezhka.exchange.ContentFixture.PICTURE;
import static ua.stezhka.exchange.Mistake.mistake;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureAndFrameworkMistakesTest {
    static Stream<Mistake> mistakes() {
        return Stream.of(
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

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(Mistake mistake, @TempDir Path root) {
        mistake.isToldIn(root);
    }
}
