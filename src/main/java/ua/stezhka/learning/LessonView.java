package ua.stezhka.learning;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.quiz.PracticeView;

/**
 * One step of a lesson as the page shows it.
 *
 * @param revision of the course
 * @param language language of the content: Ukrainian where there is no translation
 * @param number   the lesson's place in the course
 * @param stops    the path: done, here or ahead, a word for each step
 * @param practice the check question of the step, or null
 * @param nothingChosen whether the person asked to check an answer that was not given
 * @param previous address of the step before, empty at the first
 */
public record LessonView(
        UUID revision,
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
        @Nullable PracticeView practice,
        boolean nothingChosen,
        String previous) {

    /** The step of a published lesson: what is the same for everybody. */
    public record Key(UUID revision, String lessonId, int step) {}

    /** The buttons below a step: the same for everybody who may go on. */
    public record WayOn(Key key, boolean ready) {}

    public Key key() {
        return new Key(revision, lessonId, step);
    }

    public WayOn wayOn() {
        return new WayOn(key(), ready());
    }

    public String address() {
        return "/courses/" + slug + "/lessons/" + lessonId;
    }

    /** The address of the lesson on paper. */
    public String sheet() {
        return address() + "/sheet";
    }

    /** Whether going on is the main thing to do: there is nothing to answer, or it is answered. */
    public boolean ready() {
        return practice == null || practice.right();
    }

    public boolean last() {
        return step == steps;
    }
}
