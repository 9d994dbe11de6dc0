package ua.stezhka.learning;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * A whole lesson on paper.
 *
 * @param language  language of the content: Ukrainian where there is no translation
 * @param number    the lesson’s place in the course
 * @param steps     all of them, without the check questions
 * @param checkedOn when somebody last checked the facts
 * @param address   of the lesson, as people type it
 * @param qr        the same address as the path of an SVG, {@code qrSize} units wide
 */
public record LessonSheet(
        String slug,
        String courseTitle,
        String lessonId,
        String lessonTitle,
        String language,
        int number,
        List<Part> steps,
        String checkedOn,
        String address,
        String qr,
        int qrSize) {

    /** A step. */
    public record Part(String title, RawString html) {}
}
