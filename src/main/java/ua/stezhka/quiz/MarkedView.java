package ua.stezhka.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Mark;
import ua.stezhka.question.Written;

/**
 * An answer that people mark, as its writer sees it.
 *
 * @param attempt  the attempt
 * @param position the place of the question in it
 * @param marked   whether there is a mark
 * @param points   what was given, by criterion
 * @param comment  what the marker writes
 * @param markedOn the day of the mark
 */
public record MarkedView(
        UUID attempt,
        int position,
        boolean marked,
        int earned,
        int most,
        List<Points> points,
        List<String> comment,
        String markedOn,
        List<UploadedFile> files) {

    /** What one criterion gave. */
    public record Points(String text, int given, int most) {}

    static MarkedView of(
            UUID attempt,
            int position,
            AnswerKey.Rubric rubric,
            @Nullable Mark mark,
            List<UploadedFile> files,
            java.time.ZoneId zone,
            Locale locale) {
        List<Points> points = new ArrayList<>();
        int earned = 0;
        if (mark != null) {
            for (AnswerKey.Criterion criterion : rubric.criteria()) {
                int given = mark.points().getOrDefault(criterion.id(), 0);
                points.add(new Points(criterion.text().in(locale), given, criterion.points()));
                earned += given;
            }
        }
        return new MarkedView(
                attempt,
                position,
                mark != null,
                earned,
                rubric.most(),
                points,
                mark == null ? List.of() : Written.paragraphs(mark.comment()),
                mark == null ? "" : Dates.date(mark.markedAt(), zone),
                files);
    }

    /** Where its writer finds a file. */
    public String address(UploadedFile file) {
        return "/attempts/" + attempt + "/questions/" + position + "/files/" + file.id();
    }
}
