package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.course.Courses;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.QuestionVersion;

/** The check questions of all lessons that are published, with the order in which everybody sees them. */
@Singleton
public class LessonQuestions {
    private final Courses courses;
    private final QuizVersions versions;

    LessonQuestions(Courses courses, QuizVersions versions) {
        this.courses = courses;
        this.versions = versions;
    }

    public record Asked(QuestionVersion version, Arrangement shown) {}

    public List<Asked> all() {
        return courses.all().stream()
                .flatMap(revision -> versions.lessonsOf(revision.courseId()).stream())
                .flatMap(quiz -> versions.questions(quiz.pool()).values().stream())
                .map(question -> new Asked(question, CheckQuestions.arrangement(question)))
                .toList();
    }
}
