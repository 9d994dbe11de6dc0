package ua.stezhka.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.CourseDraft;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.Terms;

/** Makes the quizzes of a course: the check questions of each lesson, and the final quiz. */
record QuizAssembly(CourseFolder course, CourseDraft draft, List<QuestionDraft> questions) {
    List<QuizDraft> quizzes() {
        List<QuizDraft> quizzes = new ArrayList<>();
        draft.sections().forEach(section -> section.lessons().forEach(lesson -> quizzes.add(lessonQuiz(lesson))));
        quizzes.add(finalQuiz());
        return quizzes;
    }

    private QuizDraft lessonQuiz(CourseDraft.Lesson lesson) {
        List<UUID> pool = lesson.steps().stream()
                .filter(step -> step.question() != null)
                .map(step -> QuestionAssembly.idOf(course.id(), step.question()))
                .toList();
        return quiz(
                QuizDraft.lessonOf(course.id(), lesson.id()),
                lesson.id(),
                lesson.title(),
                pool,
                pool.size(),
                0,
                lesson.minutes(),
                Terms.PRACTICE);
    }

    private QuizDraft finalQuiz() {
        List<UUID> pool = course.questions().values().stream()
                .filter(question -> question.isFor("final"))
                .map(question -> QuestionAssembly.idOf(course.id(), question.id()))
                .toList();
        return quiz(
                QuizDraft.finalOf(course.id()),
                null,
                draft.title(),
                pool,
                draft.quiz().questions(),
                draft.quiz().passPercent(),
                draft.quiz().minutes(),
                QuizTerms.of(course.course().root().path("quiz")));
    }

    private QuizDraft quiz(
            UUID id,
            @Nullable String lesson,
            LocalText title,
            List<UUID> pool,
            int draws,
            int passPercent,
            int minutes,
            Terms terms) {
        Map<UUID, QuestionDraft> known =
                questions.stream().collect(Collectors.toMap(QuestionDraft::id, Function.identity()));
        UUID courseId = Courses.idOf(course.id());
        QuizDraft unsigned =
                new QuizDraft(id, courseId, course.id(), lesson, title, pool, draws, passPercent, minutes, terms, "");
        String hash = Json.hash(List.of(
                unsigned,
                pool.stream()
                        .map(question ->
                                Objects.requireNonNull(known.get(question)).hash())
                        .toList()));
        return new QuizDraft(id, courseId, course.id(), lesson, title, pool, draws, passPercent, minutes, terms, hash);
    }
}
