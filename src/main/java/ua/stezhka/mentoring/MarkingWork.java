package ua.stezhka.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.Answer;
import ua.stezhka.quiz.UploadedFile;

/**
 * An answer that people mark, for programs of markers.
 *
 * @param type free-text or file
 */
public record MarkingWork(UUID attempt, int position, String course, String title, String type, Instant submittedAt) {
    static MarkingWork of(MarkingQueue.Entry entry, java.util.Locale locale) {
        return new MarkingWork(
                entry.attempt(), entry.position(), entry.course(), entry.title().in(locale), entry.type(), entry.at());
    }

    /**
     * A mark.
     *
     * @param base    the number of the mark that its giver saw, 0 for none
     * @param points  criterion → points, for every criterion
     * @param comment what the writer reads
     */
    public record NewMark(
            @Schema(required = true, minimum = "0") int base,
            @Schema(required = true) @Nullable Map<String, Integer> points,
            @Nullable String comment) {}

    /** A mark that is given. */
    public record MarkReceipt(int number) {}

    /**
     * The answer with what is needed to mark it.
     *
     * @param prompt   safe HTML
     * @param text     of a free text
     * @param files    fetched at {@code /marking/{attempt}/{position}/files/{id}}
     * @param model    paragraphs of a model answer
     * @param number   of the last mark, 0 for none
     */
    public record Answer(
            UUID attempt,
            int position,
            String prompt,
            List<String> text,
            List<UploadedFile> files,
            List<String> model,
            List<Criterion> criteria,
            int number) {
        static Answer of(MarkingView view) {
            return new Answer(
                    view.attempt(),
                    view.position(),
                    view.prompt().toString(),
                    view.text(),
                    view.files(),
                    view.model(),
                    view.criteria().stream()
                            .map(criterion -> new Criterion(criterion.id(), criterion.text(), criterion.points()))
                            .toList(),
                    view.base());
        }
    }

    /** What to look at, and the points that it gives at most. */
    public record Criterion(String id, String text, int points) {}
}
