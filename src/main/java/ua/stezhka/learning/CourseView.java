package ua.stezhka.learning;

import java.util.List;

/**
 * A course as its page shows it to a person.
 *
 * @param standing    what all of it depends on
 * @param mainAddress where the one main button leads
 * @param state       new, begun, quiz (all lessons done) or completed
 * @param nextTitle   the lesson to go on with, empty when there is none
 */
public record CourseView(
        Standing standing,
        CourseFace face,
        String state,
        String mainAddress,
        String nextTitle,
        int nextPosition,
        int minutesLeft,
        List<SectionView> sections,
        boolean quizPassed) {

    /** A section with its lessons. */
    public record SectionView(String title, List<LessonRow> lessons) {}

    /**
     * A lesson in the outline.
     *
     * @param state done, here or ahead
     */
    public record LessonRow(String address, String title, int minutes, String state, int step, int steps) {}
}
