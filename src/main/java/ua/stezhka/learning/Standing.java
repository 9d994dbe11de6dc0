package ua.stezhka.learning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in a course, without who it is: people who stand alike see the same page of the course.
 *
 * @param lessons by lesson id; null when the course is not begun
 */
public record Standing(CourseFace.Key face, @Nullable Map<String, At> lessons, boolean quizPassed, boolean completed) {

    /** Where somebody stands in a lesson. */
    public record At(String stepId, int stepsDone, boolean completed) {}

    static Standing of(CourseFace.Key face, Optional<CourseProgress> progress) {
        return progress.map(
                        known -> new Standing(face, lessons(known), known.quizPassedAt() != null, known.completed()))
                .orElseGet(() -> new Standing(face, null, false, false));
    }

    private static Map<String, At> lessons(CourseProgress progress) {
        Map<String, At> lessons = new HashMap<>();
        progress.lessons()
                .forEach((id, lesson) ->
                        lessons.put(id, new At(lesson.stepId(), lesson.stepsDone(), lesson.completed())));
        return lessons;
    }
}
