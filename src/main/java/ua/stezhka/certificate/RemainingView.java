package ua.stezhka.certificate;

import java.util.List;

/**
 * What remains until the certificate of a course.
 *
 * @param lessons     lessons that are not completed
 * @param quizRemains whether the final quiz is not passed yet
 * @param nameRemains whether all is done and only a name is missing, as the person is a guest
 */
public record RemainingView(
        String slug,
        String course,
        String language,
        List<LessonLink> lessons,
        boolean quizRemains,
        boolean nameRemains) {
    /** A lesson to go to. */
    public record LessonLink(String address, String title) {}
}
