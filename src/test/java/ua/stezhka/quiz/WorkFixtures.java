package ua.stezhka.quiz;

import static ua.stezhka.quiz.QuizFixtures.choiceBody;
import static ua.stezhka.quiz.QuizFixtures.courseId;
import static ua.stezhka.quiz.QuizFixtures.id;
import static ua.stezhka.quiz.QuizFixtures.question;
import static ua.stezhka.quiz.QuizFixtures.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.FileKind;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;

/** A course whose final quiz has one question that the product grades, a free text and a file; and people who have answered it. */
@ApplicationScoped
public class WorkFixtures {
    /** An answer in own words, as long as it is asked for. */
    public static final String WORDS = "Добрий день, мій застосунок не відкривається вже два дні";

    static final AnswerKey.FreeText TEXT_KEY = new AnswerKey.FreeText(
            List.of(
                    new AnswerKey.Criterion("clear", text("secret Сказано, що не працює"), 3),
                    new AnswerKey.Criterion("polite", text("secret Ввічливо"), 1)),
            text("secret Добрий день! Не вдається ввійти."));
    static final AnswerKey.FileWork FILE_KEY = new AnswerKey.FileWork(
            List.of(new AnswerKey.Criterion("seen", text("secret Видно налаштування"), 2)),
            text("secret Знімок екрана"));

    private final QuizFixtures fixtures;
    private final Quizzes quizzes;
    private final QuizAttempts attempts;
    private final Jdbi jdbi;

    WorkFixtures(QuizFixtures fixtures, Quizzes quizzes, QuizAttempts attempts, Jdbi jdbi) {
        this.fixtures = fixtures;
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.jdbi = jdbi;
    }

    /** An attempt in somebody’s browser, and where its questions stand. */
    public record Open(TestBrowser browser, String course, UUID id, int choice, int free, int file) {
        public String question(int position) {
            return "/attempts/" + id + "/questions/" + position;
        }

        /** Where markers find the free text. */
        public String marking() {
            return "/marking/" + id + '/' + free;
        }

        String uploads() {
            return "/api/v1/attempts/" + id + "/questions/" + file + "/uploads";
        }
    }

    public static TestBrowser marker() {
        return TestPeople.with(new RoleGrant(Role.MENTOR, Scope.EVERYWHERE));
    }

    /** A mark of the free text. @param base the number of the mark that the marker saw, 0 for none */
    public static TestBrowser.Answer mark(
            TestBrowser marker, Open of, int base, int clear, int polite, String comment) {
        return marker.post(
                of.marking(),
                "base",
                Integer.toString(base),
                "points-clear",
                Integer.toString(clear),
                "points-polite",
                Integer.toString(polite),
                "comment",
                comment,
                "go",
                "stay");
    }

    public String course() {
        String course = fixtures.course();
        List<QuestionDraft> pool = List.of(
                question(course, "one", "works", choiceBody(), new AnswerKey.SingleChoice(id("b"))),
                question(course, "free", "works", new QuestionBody.FreeText(5, 60), TEXT_KEY),
                question(
                        course,
                        "file",
                        "works",
                        new QuestionBody.FileWork(List.of(FileKind.PICTURE, FileKind.PDF, FileKind.DOCUMENT), 2),
                        FILE_KEY));
        quizzes.publish(
                pool,
                List.of(new QuizDraft(
                        QuizDraft.finalOf(course),
                        courseId(course),
                        course,
                        null,
                        text("Курс з роботами"),
                        pool.stream().map(QuestionDraft::id).toList(),
                        3,
                        60,
                        10,
                        "works")));
        return course;
    }

    public Open open(TestBrowser browser, String course) {
        String place = browser.post("/courses/" + course + "/quiz/attempts").location();
        UUID attempt = UUID.fromString(place.replaceAll(".*/attempts/([^/]+).*", "$1"));
        int choice = 0;
        int free = 0;
        int file = 0;
        for (int position = 1; position <= 3; position++) {
            switch (attempts.question(attempt, position).body()) {
                case QuestionBody.FreeText b -> free = position;
                case QuestionBody.FileWork b -> file = position;
                default -> choice = position;
            }
        }
        return new Open(browser, course, attempt, choice, free, file);
    }

    /** Answers the choice rightly and the free text with these words, and submits. */
    public Open submitted(TestBrowser browser, String course, String words) {
        Open open = open(browser, course);
        PaperForm.open(browser, open.question(open.choice()))
                .answer(attempts.rightAnswer(open.id(), open.choice()))
                .press("next");
        PaperForm.open(browser, open.question(open.free()))
                .answer(new Answer.FreeText(words))
                .press("next");
        browser.post("/attempts/" + open.id() + "/submission");
        return open;
    }

    int update(String sql, UUID id) {
        return fixtures.update(sql, id);
    }

    int count(String sql, UUID id) {
        return fixtures.count(sql, id);
    }

    public String one(String sql, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).one());
    }
}
