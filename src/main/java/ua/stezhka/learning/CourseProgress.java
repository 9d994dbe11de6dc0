package ua.stezhka.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;

/**
 * How far a person is in a course.
 *
 * @param revision     the course as it is now
 * @param lessons      progress by lesson id; a lesson without an entry is not begun
 * @param quizPassedAt when the final quiz was passed, or null
 * @param completedAt  when the course was completed, or null
 * @param touchedAt    when the person last did something in it
 */
public record CourseProgress(
        UUID enrolmentId,
        Revision revision,
        Map<String, LessonProgress> lessons,
        @Nullable Instant quizPassedAt,
        @Nullable Integer quizPercent,
        @Nullable Instant completedAt,
        Instant touchedAt) {

    /**
     * How far a person is in a lesson.
     *
     * @param stepId where to resume
     */
    public record LessonProgress(
            String lessonId,
            String stepId,
            int stepsDone,
            @Nullable Instant completedAt) {
        public boolean completed() {
            return completedAt != null;
        }
    }

    public boolean completed() {
        return completedAt != null;
    }

    public boolean lessonCompleted(Lesson lesson) {
        LessonProgress progress = lessons.get(lesson.id());
        return progress != null && progress.completed();
    }

    public long lessonsDone() {
        return revision.lessons().stream().filter(this::lessonCompleted).count();
    }

    public boolean allLessonsDone() {
        return lessonsDone() == revision.lessons().size();
    }

    /** The lesson to go on with: the first that is not completed. */
    public Optional<Lesson> nextLesson() {
        return revision.lessons().stream()
                .filter(lesson -> !lessonCompleted(lesson))
                .findFirst();
    }

    /** The place of the step to resume a lesson at, 1-based. */
    public int resumeAt(Lesson lesson) {
        LessonProgress progress = lessons.get(lesson.id());
        if (progress == null || progress.completed()) {
            return 1;
        }
        return lesson.step(progress.stepId()).map(Revision.Step::position).orElse(1);
    }

    /** Minutes that are left in a lesson, by its share of steps; at least one while it is not completed. */
    public int minutesLeft(Lesson lesson) {
        LessonProgress progress = lessons.get(lesson.id());
        if (progress == null) {
            return lesson.minutes();
        }
        if (progress.completed()) {
            return 0;
        }
        int steps = lesson.steps().size();
        int left = Math.max(0, steps - progress.stepsDone());
        return Math.max(1, (lesson.minutes() * left + steps - 1) / steps);
    }

    /** Minutes that are left in all lessons. */
    public int minutesLeft() {
        return revision.lessons().stream().mapToInt(this::minutesLeft).sum();
    }

    /** How much is done, 0 to 100, lessons and the final quiz alike. */
    public int percent() {
        int parts = revision.lessons().size() + 1;
        long done = lessonsDone() + (quizPassedAt == null ? 0 : 1);
        return (int) (100 * done / parts);
    }
}
