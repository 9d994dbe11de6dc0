package ua.stezhka.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.course.Revision.FinalQuiz;
import ua.stezhka.course.Revision.Target;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Picture;

/**
 * A course as its files say it, to be published. The parts mean what they mean in {@link Revision}.
 *
 * @param picture  the name of the cover among {@code pictures}
 * @param pictures the pictures of the course by their names
 */
public record CourseDraft(
        String slug,
        List<String> languages,
        LocalText title,
        LocalText summary,
        List<String> audience,
        String band,
        String framework,
        List<Target> competences,
        List<LocalText> outcomes,
        String picture,
        LocalText pictureAlt,
        LocalDate checkedOn,
        List<Section> sections,
        FinalQuiz quiz,
        Map<String, Picture> pictures) {

    public record Section(String id, LocalText title, List<Lesson> lessons) {}

    public record Lesson(String id, LocalText title, int minutes, List<Step> steps) {}

    /**
     * A step before it is drawn.
     *
     * @param question content id of its check question
     */
    public record Step(
            String id, LocalText title, Body body, @Nullable String question) {}

    /** The parts of a step by language; English only where the course has it. */
    public record Body(List<Block> uk, @Nullable List<Block> en) {}
}
