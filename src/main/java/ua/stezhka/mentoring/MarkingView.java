package ua.stezhka.mentoring;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.question.WorkView;
import ua.stezhka.quiz.UploadedFile;

/**
 * An answer to be marked.
 *
 * @param name     of who wrote it; empty for a guest
 * @param language of the course
 * @param text     the paragraphs of a free text
 * @param model    the paragraphs of a model answer
 * @param base     the number of the last mark, 0 for none
 * @param before   the last mark, or null
 * @param other    the mark that somebody else gave in the meantime, or null
 */
public record MarkingView(
        UUID attempt,
        int position,
        String name,
        String courseTitle,
        String language,
        String submittedOn,
        RawString prompt,
        @Nullable RawString picture,
        @Nullable WorkView work,
        List<String> text,
        List<UploadedFile> files,
        List<String> model,
        List<Criterion> criteria,
        String comment,
        int base,
        @Nullable Before before,
        @Nullable Before other,
        Faults faults) {

    /** What to look at, the points that may be given, and those that are chosen, empty for none. */
    public record Criterion(String id, String text, int points, List<Integer> choices, String chosen) {
        public String field() {
            return "points-" + id;
        }
    }

    /** A mark that was given before. */
    public record Before(int earned, int most, List<String> comment, String markedOn) {}

    public String address() {
        return "/marking/" + attempt + '/' + position;
    }
}
