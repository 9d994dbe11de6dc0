package ua.stezhka.exchange;

import static ua.stezhka.exchange.ContentFixture.COURSE;
import static ua.stezhka.exchange.Mistake.mistake;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseMistakesTest {
    private static String cells(String competence, String level, int count) {
        return "  minutes: 2\n  blueprint:\n    - {competence: " + competence + ", level: " + level + ", count: "
                + count + "}\n";
    }

    static Stream<Mistake> mistakes() {
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
                mistake(COURSE, "  questions: 1", "  questions: 3", "questions:", "pool of 6", "write 3 more"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        "  minutes: 2\n  limit_minutes: 10\n",
                        "limit_minutes:",
                        "has no limits",
                        "behaviour: certifying"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        "  minutes: 2\n  behaviour: certifying\n",
                        "behaviour:",
                        "no blueprint",
                        "write `blueprint`"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        "  minutes: 2\n  behaviour: certifying\n  limit_minutes: 1\n",
                        "limit_minutes:",
                        "shorter than the usual time",
                        "twice"),
                mistake(COURSE, "  minutes: 2\n", cells("devices", "A1", 2), "questions:", "draws 2", "questions: 2"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        cells("devices", "B1", 1),
                        "- {competence: devices",
                        "the pool has 0",
                        "write 3 more"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        cells("magic", "A1", 1),
                        "- {competence: magic",
                        "no competence magic",
                        "frameworks/"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        cells("devices", "Z9", 1),
                        "- {competence: devices",
                        "no level Z9",
                        "a level"),
                mistake(
                        COURSE,
                        "  minutes: 2\n",
                        cells("devices", "A1", 1) + "    - {competence: devices, level: A1, count: 1}\n",
                        "last:- {competence: devices",
                        "stands twice",
                        "the sum"),
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
                mistake(COURSE, "uk: \"Чай\"", "uk: \" \"", "title:", "is empty", "write the text"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_line_and_cure(Mistake mistake, @TempDir Path root) {
        mistake.isToldIn(root);
    }
}
