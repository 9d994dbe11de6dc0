package ua.stezhka.learning;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.quiz.PracticeQuestion;

/**
 * One step of a lesson as the page shows it.
 *
 * @param language language of the content: Ukrainian where there is no translation
 * @param number   the lesson's place in the course
 * @param stops    the path: done, here or ahead, a word for each step
 * @param question the check question of the step, or null
 * @param previous address of the step before, empty at the first
 */
public record LessonView(
        String slug,
        String courseTitle,
        String lessonId,
        String lessonTitle,
        String language,
        int number,
        int step,
        int steps,
        List<String> stops,
        String stepTitle,
        RawString html,
        @Nullable PracticeQuestion question,
        String previous) {

    public String address() {
        return "/courses/" + slug + "/lessons/" + lessonId;
    }

    public boolean last() {
        return step == steps;
    }
}
