package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.course.Block;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.FileKind;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.quiz.Behaviour;
import ua.stezhka.quiz.Blueprint;
import ua.stezhka.quiz.DemonstrationWorks;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.Quizzes;
import ua.stezhka.quiz.Terms;

/** Gives a demonstration works that people mark: a course of its own, two works that wait and one that is marked. */
@Singleton
class DemoWorks {
    private static final String COMPETENCE = "netiquette";
    private static final String LEVEL = "A2";
    private static final int PASS_PERCENT = 50;
    private static final int MINUTES = 10;
    private static final int MOST_ATTEMPTS = 3;
    private static final int WITHIN_DAYS = 365;
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 25);
    private static final Picture COVER = new Picture(
            "0 0 320 150",
            "<path class=\"f-mint\" d=\"M0 0h320v150H0z\"></path><path class=\"f-card s-ink w-2 round\" d=\"M90 40h140v80H90z\"></path>"
                    + "<path class=\"f-none s-ink w-2 round\" d=\"M90 40l70 44 70-44\"></path><circle class=\"f-amber\" cx=\"230\" cy=\"40\" r=\"12\"></circle>");

    private final Demonstration demonstration;
    private final Accounts accounts;
    private final Courses courses;
    private final Quizzes quizzes;
    private final DemonstrationWorks works;

    DemoWorks(
            Demonstration demonstration,
            Accounts accounts,
            Courses courses,
            Quizzes quizzes,
            DemonstrationWorks works) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.courses = courses;
        this.quizzes = quizzes;
        this.works = works;
    }

    /** Publishes the course; at each start, because courses that are in no folder leave the catalogue then. */
    void publish(DemoWorkScript script) {
        courses.publish(course(script));
        List<QuestionDraft> questions = script.questions().stream()
                .map(question -> question(script, question))
                .toList();
        quizzes.publish(questions, List.of(quiz(script, questions)));
    }

    /** Has people write the works, and one of them marked. */
    void play(DemoWorkScript script, Instant today) {
        for (DemoWorkScript.Work work : script.works()) {
            UUID person = accounts.find(work.who()).orElseThrow();
            demonstration.at(
                    ago(today, work.day()), () -> works.submit(person, QuizDraft.finalOf(script.slug()), work.text()));
            if (work.marked() != null) {
                UUID marker = accounts.find(script.marker()).orElseThrow();
                demonstration.at(
                        ago(today, work.marked()),
                        () -> works.mark(marker, person, QuizDraft.finalOf(script.slug()), script.comments()));
            }
        }
    }

    private static Instant ago(Instant today, int days) {
        return today.minus(Duration.ofDays(days));
    }

    private static CourseDraft course(DemoWorkScript script) {
        LocalText text = script.text();
        CourseDraft.Body body = new CourseDraft.Body(
                List.of(Block.html(Block.Kind.TEXT, text.uk())),
                List.of(Block.html(Block.Kind.TEXT, Objects.requireNonNull(text.en()))));
        CourseDraft.Lesson lesson = new CourseDraft.Lesson(
                "letter", script.lesson(), 3, List.of(new CourseDraft.Step("how", script.lesson(), body, null)));
        return new CourseDraft(
                script.slug(),
                List.of("uk", "en"),
                script.title(),
                script.summary(),
                List.of("everyone"),
                "basic",
                "digcomp-ua-citizens",
                List.of(new Revision.Target(COMPETENCE, LEVEL)),
                List.of(script.lesson()),
                "cover.svg",
                script.lesson(),
                CHECKED,
                List.of(new CourseDraft.Section("letter", script.lesson(), List.of(lesson))),
                new Revision.FinalQuiz(script.questions().size(), PASS_PERCENT, MINUTES),
                Map.of("cover.svg", COVER));
    }

    private static QuestionDraft question(DemoWorkScript script, DemoWorkScript.Question question) {
        return new QuestionDraft(
                Ids.named("course/" + script.slug() + "/question/" + question.id()),
                question.id(),
                Courses.idOf(script.slug()),
                question.prompt(),
                null,
                question.file()
                        ? new QuestionBody.FileWork(List.of(FileKind.values()), 1)
                        : new QuestionBody.FreeText(15, 80),
                question.file()
                        ? new AnswerKey.FileWork(question.criteria(), question.model())
                        : new AnswerKey.FreeText(question.criteria(), question.model()),
                new Explanation(script.feedback(), Map.of(), null),
                COMPETENCE,
                LEVEL,
                null,
                null,
                Json.hash(question));
    }

    /** It certifies, so that a demonstration shows how few attempts look; people who mark are not asked without end either. */
    private static QuizDraft quiz(DemoWorkScript script, List<QuestionDraft> pool) {
        Blueprint blueprint = new Blueprint(List.of(new Blueprint.Cell(COMPETENCE, LEVEL, pool.size())));
        Terms terms = new Terms(Behaviour.CERTIFYING, blueprint, MOST_ATTEMPTS, WITHIN_DAYS, 0, 0);
        return new QuizDraft(
                QuizDraft.finalOf(script.slug()),
                Courses.idOf(script.slug()),
                script.slug(),
                null,
                script.title(),
                pool.stream().map(QuestionDraft::id).toList(),
                pool.size(),
                PASS_PERCENT,
                MINUTES,
                terms,
                Json.hash(List.of(
                        script.title(), pool.stream().map(QuestionDraft::hash).toList(), terms)));
    }
}
