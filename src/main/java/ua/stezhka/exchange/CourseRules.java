package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.exchange.LessonText.Named;
import ua.stezhka.exchange.LessonText.StepText;
import ua.stezhka.framework.FrameworkDraft;
import ua.stezhka.platform.Picture;

/** What must be so between the files of a course: everything that one file names is there in another. */
final class CourseRules {
    private static final int POOL_PER_QUESTION = 3;
    private static final int FEWEST_QUESTIONS_OF_A_LESSON = 2;

    private final CourseFolder course;
    private final JsonNode root;
    private final Findings findings;
    private final InFile inCourse;
    private final Map<String, String> lessonOfQuestion = new HashMap<>();
    private final Set<String> shownPictures = new HashSet<>();

    private CourseRules(CourseFolder course, Findings findings) {
        this.course = course;
        this.root = course.course().root();
        this.findings = findings;
        this.inCourse = findings.in(course.file());
    }

    static void check(CourseFolder course, Map<String, FrameworkDraft> frameworks, Findings findings) {
        CourseRules rules = new CourseRules(course, findings);
        rules.identity();
        rules.lessonsInOrder();
        course.lessons().forEach(rules::lesson);
        rules.bank();
        CompetenceRules.check(course, frameworks, findings);
        QuizRules.check(course, frameworks.get(rules.root.path("framework").asText()), findings);
        rules.pictures();
    }

    private void identity() {
        if (!root.path("id").asText().equals(course.id())) {
            inCourse.error(line("/id"), "the id is not the name of the folder", "write id: " + course.id());
        }
        if (!course.languages().contains("uk")) {
            inCourse.error(line("/languages"), "the course lacks Ukrainian", "write languages: [uk] or [uk, en]");
        }
    }

    private void lessonsInOrder() {
        Set<String> sections = new HashSet<>();
        Map<String, Integer> listed = new LinkedHashMap<>();
        for (int s = 0; s < root.path("sections").size(); s++) {
            JsonNode section = root.path("sections").get(s);
            if (!sections.add(section.path("id").asText())) {
                inCourse.error(
                        line("/sections/" + s),
                        "the section id " + section.path("id").asText() + " stands twice",
                        "change one");
            }
            for (int l = 0; l < section.path("lessons").size(); l++) {
                String lesson = section.path("lessons").get(l).asText();
                int place = line("/sections/" + s + "/lessons/" + l);
                if (listed.putIfAbsent(lesson, place) != null) {
                    inCourse.error(place, "the lesson " + lesson + " stands twice", "keep it in one section");
                }
                if (!course.lessons().containsKey(lesson)) {
                    inCourse.error(
                            place,
                            "there is no lesson " + lesson,
                            "write lessons/" + lesson + "/lesson.uk.md, or remove it here");
                }
            }
        }
        for (String lesson : course.lessons().keySet()) {
            if (!listed.containsKey(lesson)) {
                inCourse.error(
                        line("/sections"),
                        "the lesson folder " + lesson + " is in no section",
                        "name it in `lessons` of a section");
            }
        }
    }

    private void lesson(String id, Map<String, LessonText> texts) {
        String folder = course.file().replace("course.yaml", "lessons/" + id + "/lesson.");
        for (String language : course.languages()) {
            if (!texts.containsKey(language)) {
                findings.error(
                        folder + language + ".md", 1, "the lesson is not there in " + language, "write this file");
            }
        }
        LessonText main = texts.get("uk");
        if (main == null) {
            return;
        }
        questions(id, main);
        texts.forEach((language, text) -> {
            pictures(text);
            if (!course.languages().contains(language)) {
                findings.error(
                        text.file(),
                        1,
                        "the course is not in " + language,
                        "add it to `languages`, or remove this file");
            } else if (!text.file().equals(main.file())) {
                TranslationRules.check(main, text, findings);
            }
        });
    }

    private void questions(String lesson, LessonText text) {
        int shown = 0;
        for (StepText step : text.steps()) {
            for (Named named : step.questions()) {
                shown++;
                question(lesson, text.file(), named);
            }
        }
        if (shown < FEWEST_QUESTIONS_OF_A_LESSON) {
            findings.error(text.file(), 1, "the lesson has " + shown + " check questions", "give it at least two");
        }
    }

    private void question(String lesson, String file, Named named) {
        BankQuestion question = course.questions().get(named.name());
        if (question == null) {
            findings.error(
                    file,
                    named.line(),
                    "there is no question " + named.name(),
                    "write it into a file of questions/, or correct the id");
        } else if (!question.isFor("lesson")) {
            findings.error(
                    file,
                    named.line(),
                    "the question " + named.name() + " is for the final quiz",
                    "write `use: lesson` in " + question.file() + " line " + question.line("/use")
                            + ", or take another");
        }
        String other = lessonOfQuestion.putIfAbsent(named.name(), lesson);
        if (other != null) {
            findings.error(
                    file,
                    named.line(),
                    "the question " + named.name() + " is shown twice: here and in " + other,
                    "write another question");
        }
    }

    private void pictures(LessonText text) {
        for (StepText step : text.steps()) {
            step.pictures().forEach(picture -> picture(text.file(), picture.line(), picture.name()));
        }
    }

    private void picture(String file, int line, String name) {
        shownPictures.add(name);
        if (!course.pictures().containsKey(name)) {
            findings.error(
                    file,
                    line,
                    "there is no picture " + name,
                    "draw pictures/" + name + " of the course, or correct the name");
        }
    }

    private void bank() {
        int pool = 0;
        for (BankQuestion question : course.questions().values()) {
            pool += question.isFor("final") ? 1 : 0;
            if (question.isFor("lesson") && !lessonOfQuestion.containsKey(question.id())) {
                findings.warning(
                        question.file(),
                        question.line(""),
                        "no lesson shows the question " + question.id(),
                        "show it, or remove it");
            }
            if (question.node().has("picture")) {
                picture(
                        question.file(),
                        question.line("/picture"),
                        question.node().path("picture").asText());
            }
        }
        course.questions().values().forEach(this::screens);
        int drawn = root.path("quiz").path("questions").asInt();
        if (pool < drawn * POOL_PER_QUESTION) {
            inCourse.error(
                    line("/quiz/questions"),
                    "the final quiz draws " + drawn + " questions from a pool of " + pool,
                    "write " + (drawn * POOL_PER_QUESTION - pool) + " more questions with `use: final`, or draw fewer");
        }
    }

    /** The pictures of a rehearsal. */
    private void screens(BankQuestion question) {
        for (PressRegionRules drawn : PressRegionRules.of(question)) {
            picture(question.file(), question.line(drawn.place() + "/picture"), drawn.picture());
            Picture picture = course.pictures().get(drawn.picture());
            if (picture != null) {
                drawn.check(picture, findings.in(question.file()));
            }
        }
    }

    private void pictures() {
        picture(course.file(), line("/picture"), root.path("picture").asText());
        for (String picture : course.pictures().keySet()) {
            if (!shownPictures.contains(picture)) {
                findings.warning(
                        course.file().replace("course.yaml", "pictures/" + picture),
                        1,
                        "nothing shows this picture",
                        "show it, or remove it");
            }
        }
    }

    private int line(String pointer) {
        return course.course().line(pointer);
    }
}
