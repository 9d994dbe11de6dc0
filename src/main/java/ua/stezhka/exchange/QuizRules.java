package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.framework.FrameworkDraft;
import ua.stezhka.quiz.Behaviour;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.Coverage;
import ua.stezhka.quiz.Terms;

/** What must be so in the terms of a final quiz: a blueprint that its pool can serve, limits only where they belong. */
record QuizRules(CourseFolder course, JsonNode quiz, Terms terms, Findings findings) {
    /** @param framework null when the course names one that is not there, which is told elsewhere */
    static void check(CourseFolder course, @Nullable FrameworkDraft framework, Findings findings) {
        JsonNode quiz = course.course().root().path("quiz");
        QuizRules rules = new QuizRules(course, quiz, QuizTerms.of(quiz), findings);
        rules.limits();
        Blueprint blueprint = rules.terms.blueprint();
        if (blueprint != null) {
            rules.length(blueprint);
            rules.cells(blueprint, framework);
            rules.pool(blueprint);
        }
    }

    private InFile inCourse() {
        return findings.in(course.file());
    }

    private void limits() {
        boolean certifying = terms.behaviour() == Behaviour.CERTIFYING;
        for (String limit : List.of("attempts", "limit_minutes")) {
            if (quiz.has(limit) && !certifying) {
                inCourse()
                        .error(
                                line("/quiz/" + limit),
                                "a quiz for learning has no limits",
                                "remove `" + limit + "`, or write behaviour: certifying");
            }
        }
        if (certifying && terms.blueprint() == null) {
            inCourse()
                    .error(
                            line("/quiz/behaviour"),
                            "a certifying quiz has no blueprint",
                            "write `blueprint`: how many questions about which competence at which level");
        }
        if (terms.limitMinutes() > 0
                && terms.limitMinutes() < quiz.path("minutes").asInt()) {
            inCourse()
                    .error(
                            line("/quiz/limit_minutes"),
                            "the limit of " + terms.limitMinutes() + " minutes is shorter than the usual time",
                            "make it longer, better twice the usual time");
        }
    }

    private void length(Blueprint blueprint) {
        int questions = quiz.path("questions").asInt();
        if (blueprint.length() != questions) {
            inCourse()
                    .error(
                            line("/quiz/questions"),
                            "the blueprint draws " + blueprint.length() + " questions, the quiz says " + questions,
                            "write questions: " + blueprint.length() + ", or change the blueprint");
        }
    }

    private void cells(Blueprint blueprint, @Nullable FrameworkDraft framework) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blueprint.cells().size(); i++) {
            Blueprint.Cell cell = blueprint.cells().get(i);
            int line = line("/quiz/blueprint/" + i);
            if (!seen.add(cell.competence() + '/' + cell.level())) {
                inCourse()
                        .error(
                                line,
                                cell.competence() + " at " + cell.level() + " stands twice in the blueprint",
                                "keep one line with the sum");
            }
            if (framework != null && !framework.hasCompetence(cell.competence())) {
                inCourse()
                        .error(
                                line,
                                "the framework " + framework.id() + " has no competence " + cell.competence(),
                                "take an id from frameworks/" + framework.id() + ".yaml");
            }
            if (framework != null && !framework.hasLevel(cell.level())) {
                inCourse()
                        .error(
                                line,
                                "the framework " + framework.id() + " has no level " + cell.level(),
                                "take a level of the framework");
            }
        }
    }

    private void pool(Blueprint blueprint) {
        List<Coverage.Offer> pool = course.questions().values().stream()
                .filter(question -> question.isFor("final"))
                .map(question -> new Coverage.Offer(
                        question.node().path("competence").asText(),
                        question.node().path("level").asText()))
                .toList();
        List<Coverage> coverage = Coverage.of(blueprint, pool);
        for (int i = 0; i < coverage.size(); i++) {
            Coverage cell = coverage.get(i);
            if (!cell.enough()) {
                inCourse()
                        .error(
                                line("/quiz/blueprint/" + i),
                                "the blueprint draws " + cell.cell().count() + " questions about "
                                        + cell.cell().competence() + " at "
                                        + cell.cell().level() + ", the pool has " + cell.available(),
                                "write " + cell.missing() + " more of them with `use: final`, or draw fewer");
            }
        }
        for (BankQuestion question : course.questions().values()) {
            if (question.isFor("final") && blueprint.cells().stream().noneMatch(cell -> isAbout(question, cell))) {
                findings.warning(
                        question.file(),
                        question.line(""),
                        "the blueprint never draws the question " + question.id(),
                        "add its competence and level to `blueprint` in course.yaml, or remove it");
            }
        }
    }

    private static boolean isAbout(BankQuestion question, Blueprint.Cell cell) {
        return question.node().path("competence").asText().equals(cell.competence())
                && question.node().path("level").asText().equals(cell.level());
    }

    private int line(String pointer) {
        return course.course().line(pointer);
    }
}
