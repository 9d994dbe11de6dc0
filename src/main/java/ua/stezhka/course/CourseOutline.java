package ua.stezhka.course;

import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * A course with its sections and lessons, for programs; the steps themselves are read in their pages.
 *
 * @param outcomes what a person can do afterwards
 * @param quiz     the final quiz: how many questions, what is needed to pass, usual time
 */
public record CourseOutline(
        CourseSummary course, List<LocalText> outcomes, List<OutlineSection> sections, Revision.FinalQuiz quiz) {

    public record OutlineSection(String id, LocalText title, List<OutlineLesson> lessons) {}

    /**
     * A lesson.
     *
     * @param position 1, 2, 3 … within the course
     * @param steps    how many
     * @param address  where it begins
     */
    public record OutlineLesson(String id, int position, LocalText title, int minutes, int steps, String address) {}

    static CourseOutline of(Revision course) {
        return new CourseOutline(
                CourseSummary.of(course),
                course.outcomes(),
                course.sections().stream()
                        .map(section -> new OutlineSection(
                                section.id(),
                                section.title(),
                                section.lessons().stream()
                                        .map(lesson -> lesson(course, lesson))
                                        .toList()))
                        .toList(),
                course.quiz());
    }

    private static OutlineLesson lesson(Revision course, Revision.Lesson lesson) {
        return new OutlineLesson(
                lesson.id(),
                lesson.position(),
                lesson.title(),
                lesson.minutes(),
                lesson.steps().size(),
                "/courses/" + course.slug() + "/lessons/" + lesson.id());
    }
}
