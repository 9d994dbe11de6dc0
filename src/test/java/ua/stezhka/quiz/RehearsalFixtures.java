package ua.stezhka.quiz;

import static ua.stezhka.quiz.QuizFixtures.id;
import static ua.stezhka.quiz.QuizFixtures.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Choice;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.question.RehearsalScreen;
import ua.stezhka.question.ScreenPart;

/** A course whose lesson and whose final quiz have a rehearsal in three steps. */
@ApplicationScoped
public class RehearsalFixtures {
    static final String CHECK = "check-rehearsal";
    static final String WORDING = "Олена secret";

    private final Courses courses;
    private final Quizzes quizzes;

    RehearsalFixtures(Courses courses, Quizzes quizzes) {
        this.courses = courses;
        this.quizzes = quizzes;
    }

    static QuestionBody.Rehearsal body() {
        RehearsalScreen first = new RehearsalScreen(
                id("first"),
                RehearsalScreen.Frame.PHONE,
                text("Перший екран"),
                List.of(
                        new ScreenPart.Heading(text("Вітаємо")),
                        new ScreenPart.Button(id("a"), text("Кнопка а")),
                        new ScreenPart.Link(id("b"), text("Посилання б")),
                        new ScreenPart.Items(
                                List.of(new Choice(id("c"), text("Рядок в")), new Choice(id("d"), text("Рядок г")))),
                        new ScreenPart.Keypad("secret-key")));
        RehearsalScreen second = new RehearsalScreen(
                id("second"),
                RehearsalScreen.Frame.BROWSER,
                text("Другий екран"),
                List.of(
                        new ScreenPart.Field(id("name"), text("Ім’я")),
                        new ScreenPart.Switch(id("switch"), text("Перемикач"), false)));
        return new QuestionBody.Rehearsal(
                List.of(first, second),
                List.of(
                        new QuestionBody.Step(id("one"), id("first"), text("Перше завдання")),
                        new QuestionBody.Step(id("two"), id("second"), text("Друге завдання")),
                        new QuestionBody.Step(id("three"), id("first"), text("Третє завдання"))));
    }

    static AnswerKey.Rehearsal key() {
        return new AnswerKey.Rehearsal(List.of(
                new AnswerKey.RightPress(id("one"), id("b"), null),
                new AnswerKey.RightPress(
                        id("two"), id("name"), new AnswerKey.Accepted(List.of(WORDING), List.of(WORDING))),
                new AnswerKey.RightPress(id("three"), "secret-key-5", null)));
    }

    private static QuestionDraft question(String course, String name) {
        return new QuestionDraft(
                Ids.named("course/" + course + "/question/" + name),
                name,
                QuizFixtures.courseId(course),
                text("<p>Спробуйте</p>"),
                null,
                body(),
                key(),
                new Explanation(
                        text("<p>secret пояснення</p>"),
                        Map.of(
                                Explanation.ofPart(id("first"), id("a")), text("<p>secret чому не а</p>"),
                                Explanation.afterStep(id("one")), text("<p>secret після першого</p>")),
                        null),
                "consumer-protection",
                "A2",
                null,
                null,
                "first");
    }

    /** A course of its own with everything published. */
    public String course() {
        String course = "course-" + UUID.randomUUID().toString().substring(0, 8);
        courses.publish(named(QuizFixtures.draft(course, List.of(CHECK))));
        QuestionDraft asked = question(course, "rehearsal");
        QuestionDraft other = QuizFixtures.question(
                course, "one", "first", QuizFixtures.choiceBody(), new AnswerKey.SingleChoice(id("b")));
        QuestionDraft check = question(course, CHECK);
        quizzes.publish(
                List.of(asked, other, check),
                List.of(
                        quiz(course, QuizDraft.finalOf(course), null, List.of(asked.id(), other.id())),
                        quiz(course, QuizDraft.lessonOf(course, "bank-call"), "bank-call", List.of(check.id()))));
        return course;
    }

    /** The same course with names that may stand in a catalogue whose English is looked at. */
    private static CourseDraft named(CourseDraft draft) {
        return new CourseDraft(
                draft.slug(),
                draft.languages(),
                new LocalText("Тренажер", "Rehearsal"),
                new LocalText("Про натискання", "About presses"),
                draft.audience(),
                draft.band(),
                draft.framework(),
                draft.competences(),
                draft.outcomes(),
                draft.picture(),
                new LocalText("Телефон.", "A phone."),
                draft.checkedOn(),
                draft.sections(),
                draft.quiz(),
                draft.pictures());
    }

    private static QuizDraft quiz(String course, UUID id, @Nullable String lesson, List<UUID> pool) {
        return new QuizDraft(
                id,
                QuizFixtures.courseId(course),
                course,
                lesson,
                text("Курс"),
                pool,
                pool.size(),
                lesson == null ? 70 : 0,
                6,
                "first");
    }

    /** What is right at each step, in ids. */
    static Answer.Rehearsal right(AnswerKey.Rehearsal key) {
        return new Answer.Rehearsal(key.steps().stream()
                .map(right -> new Answer.Press(
                        right.step(),
                        right.part(),
                        right.accepted() == null ? null : right.accepted().uk().getFirst()))
                .toList());
    }

    /** The same presses in the tokens of an attempt. */
    static Answer.Rehearsal tokens(Answer.Rehearsal answer, Arrangement shown) {
        return new Answer.Rehearsal(answer.presses().stream()
                .map(press -> new Answer.Press(
                        shown.token(Arrangement.STEPS, press.step()),
                        press.part() == null ? null : shown.token(Arrangement.partsOf(press.step()), press.part()),
                        press.text()))
                .toList());
    }
}
