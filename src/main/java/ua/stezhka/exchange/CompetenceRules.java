package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.framework.FrameworkDraft;

/** What a course teaches and asks for is there in its framework. */
record CompetenceRules(CourseFolder course, Findings findings) {
    static void check(CourseFolder course, Map<String, FrameworkDraft> frameworks, Findings findings) {
        new CompetenceRules(course, findings).check(frameworks);
    }

    private void check(Map<String, FrameworkDraft> frameworks) {
        JsonNode root = course.course().root();
        InFile inCourse = findings.in(course.file());
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
            file.error(
                    line,
                    "the framework " + framework.id() + " has no level " + level,
                    "take a level of the framework");
        }
    }

    private int line(String pointer) {
        return course.course().line(pointer);
    }
}
