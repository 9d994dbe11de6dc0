package ua.stezhka.learning;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.SelfCheckView;

/**
 * A whole lesson in one page, to be kept on a device and read there without a network.
 *
 * @param language language of the content: Ukrainian where there is no translation
 * @param number   the lesson’s place in the course
 * @param onward   where the lesson leads: the next lesson, or the course
 * @param next     title of the next lesson, empty at the last one
 * @param files    addresses of what the page needs beside itself, separated by spaces
 */
public record LessonCopy(
        String slug,
        String courseTitle,
        String lessonId,
        String lessonTitle,
        String language,
        int number,
        String onward,
        String next,
        String files,
        List<Step> steps) {
    /** @param check the check question of the step, or null */
    public record Step(
            int number,
            String title,
            RawString html,
            @Nullable SelfCheckView check) {}

    public String address() {
        return "/courses/" + slug + "/lessons/" + lessonId;
    }

    public String stepAddress(Step step) {
        return address() + "/steps/" + step.number();
    }

    /** The id of the element that holds a step. */
    public String block(Step step) {
        return "step-" + step.number();
    }

    /** The address of the step before; there is one before all but the first. */
    public String stepBefore(Step step) {
        return address() + "/steps/" + (step.number() - 1);
    }

    /** How many steps the lesson has. */
    public int count() {
        return steps.size();
    }
}
