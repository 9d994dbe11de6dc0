package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.exchange.LessonText.Named;
import ua.stezhka.exchange.LessonText.StepText;
import ua.stezhka.framework.FrameworkDraft;

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
        rules.framework(frameworks);
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
                inCourse.error(line("/sections/" + s), "the section id " + section.path("id").asText() + " stands twice", "change one");
            }
            for (int l = 0; l < section.path("lessons").size(); l++) {
                String lesson = section.path("lessons").get(l).asText();
                int place = line("/sections/" + s + "/lessons/" + l);
                if (listed.putIfAbsent(lesson, place) != null) {
                    inCourse.error(place, "the lesson " + lesson + " stands twice", "keep it in one section");
                }
                if (!course.lessons().containsKey(lesson)) {
                    inCourse.error(
                            place, "there is no lesson " + lesson, "write lessons/" + lesson + "/lesson.uk.md, or remove it here");
                }
            }
        }
        for (String lesson : course.lessons().keySet()) {
            if (!listed.containsKey(lesson)) {
                inCourse.error(
                        line("/sections"), "the lesson folder " + lesson + " is in no section", "name it in `lessons` of a section");
            }
        }
    }

    private void lesson(String id, Map<String, LessonText> texts) {
        String folder = course.file().replace("course.yaml", "lessons/" + id + "/lesson.");
        for (String language : course.languages()) {
            if (!texts.containsKey(language)) {
                findings.error(folder + language + ".md", 1, "the lesson is not there in " + language, "write this file");
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
                findings.error(text.file(), 1, "the course is not in " + language, "add it to `languages`, or remove this file");
            } else if (text != main) {
                translation(main, text);
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
                    file, named.line(), "there is no question " + named.name(), "write it into a file of questions/, or correct the id");
        } else if (!question.isFor("lesson")) {
            findings.error(
                    file,
                    named.line(),
                    "the question " + named.name() + " is for the final quiz",
                    "write `use: lesson` in " + question.file() + " line " + question.line("/use") + ", or take another");
        }
        String other = lessonOfQuestion.putIfAbsent(named.name(), lesson);
        if (other != null) {
            findings.error(
                    file, named.line(), "the question " + named.name() + " is shown twice: here and in " + other, "write another question");
        }
    }

    private void translation(LessonText main, LessonText text) {
        List<String> expected = main.steps().stream().map(StepText::id).toList();
        List<String> found = text.steps().stream().map(StepText::id).toList();
        if (!expected.equals(found)) {
            int first = 0;
            while (first < Math.min(expected.size(), found.size()) && expected.get(first).equals(found.get(first))) {
                first++;
            }
            int place = first < found.size() ? text.steps().get(first).line() : 1;
            String next = first < expected.size() ? expected.get(first) : "no more steps";
            findings.error(
                    text.file(), place, "the steps are not those of " + main.file(), "here should stand the step " + next);
            return;
        }
        if (text.minutes() != main.minutes()) {
            findings.error(text.file(), 1, "`minutes` differs from " + main.file(), "write minutes: " + main.minutes());
        }
        for (int i = 0; i < expected.size(); i++) {
            same(main.file(), main.steps().get(i), text.file(), text.steps().get(i));
        }
    }

    private void same(String mainFile, StepText main, String file, StepText step) {
        if (!names(main.questions()).equals(names(step.questions()))) {
            findings.error(
                    file,
                    step.line(),
                    "the step shows the questions " + names(step.questions()) + ", and " + names(main.questions()) + " in " + mainFile,
                    "show the same");
        }
        if (!names(main.pictures()).equals(names(step.pictures()))) {
            findings.warning(
                    file,
                    step.line(),
                    "the step shows the pictures " + names(step.pictures()) + ", and " + names(main.pictures()) + " in " + mainFile,
                    "show the same");
        }
    }

    private static List<String> names(List<Named> named) {
        return named.stream().map(Named::name).toList();
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
                    file, line, "there is no picture " + name, "draw pictures/" + name + " of the course, or correct the name");
        }
    }

    private void bank() {
        int pool = 0;
        for (BankQuestion question : course.questions().values()) {
            pool += question.isFor("final") ? 1 : 0;
            if (question.isFor("lesson") && !lessonOfQuestion.containsKey(question.id())) {
                findings.warning(
                        question.file(), question.line(""), "no lesson shows the question " + question.id(), "show it, or remove it");
            }
            if (question.node().has("picture")) {
                picture(question.file(), question.line("/picture"), question.node().path("picture").asText());
            }
        }
        int drawn = root.path("quiz").path("questions").asInt();
        if (pool < drawn * POOL_PER_QUESTION) {
            inCourse.error(
                    line("/quiz/questions"),
                    "the final quiz draws " + drawn + " questions from a pool of " + pool,
                    "write " + (drawn * POOL_PER_QUESTION - pool) + " more questions with `use: final`, or draw fewer");
        }
    }

    private void framework(Map<String, FrameworkDraft> frameworks) {
        FrameworkDraft framework = frameworks.get(root.path("framework").asText());
        if (framework == null) {
            inCourse.error(
                    line("/framework"),
                    "there is no framework " + root.path("framework").asText(),
                    "write one of " + new TreeSet<>(frameworks.keySet()));
            return;
        }
        Set<String> taught = new HashSet<>();
        for (int i = 0; i < root.path("competences").size(); i++) {
            JsonNode competence = root.path("competences").get(i);
            competence(framework, competence.path("id").asText(), inCourse, line("/competences/" + i));
            level(framework, competence.path("level").asText(), inCourse, line("/competences/" + i));
            if (!taught.add(competence.path("id").asText())) {
                inCourse.error(line("/competences/" + i), "the competence stands twice", "keep one of the two");
            }
        }
        for (BankQuestion question : course.questions().values()) {
            InFile file = findings.in(question.file());
            String competence = question.node().path("competence").asText();
            competence(framework, competence, file, question.line("/competence"));
            level(framework, question.node().path("level").asText(), file, question.line("/level"));
            if (framework.hasCompetence(competence) && !taught.contains(competence)) {
                file.warning(
                        question.line("/competence"),
                        "the course does not say that it teaches " + competence,
                        "name it in `competences` of course.yaml, or ask for another");
            }
        }
    }

    private void competence(FrameworkDraft framework, String competence, InFile file, int line) {
        if (!framework.hasCompetence(competence)) {
            file.error(
                    line,
                    "the framework " + framework.id() + " has no competence " + competence,
                    "take an id from frameworks/" + framework.id() + ".yaml");
        }
    }

    private void level(FrameworkDraft framework, String level, InFile file, int line) {
        if (!framework.hasLevel(level)) {
            file.error(line, "the framework " + framework.id() + " has no level " + level, "take a level of the framework");
        }
    }

    private void pictures() {
        picture(course.file(), line("/picture"), root.path("picture").asText());
        for (String picture : course.pictures().keySet()) {
            if (!shownPictures.contains(picture)) {
                findings.warning(
                        course.file().replace("course.yaml", "pictures/" + picture), 1, "nothing shows this picture", "show it, or remove it");
            }
        }
    }

    private int line(String pointer) {
        return course.course().line(pointer);
    }
}
