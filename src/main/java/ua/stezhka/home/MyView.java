package ua.stezhka.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.bank.QuestionReports;

/**
 * A learner's own page.
 *
 * @param next           the one thing to go on with, or null when nothing is begun
 * @param furthestAreas  names of the areas with the largest share, for the sentence above the picture
 * @param untouchedAreas how many areas are not begun
 * @param bank           whether the person looks after questions
 * @param marks          whether the person marks works of others
 * @param works          own works that people read or have just marked
 */
public record MyView(
        boolean registered,
        @Nullable NextThing next,
        List<CourseRow> courses,
        List<AreaRow> areas,
        Radar radar,
        List<String> furthestAreas,
        int untouchedAreas,
        List<CertificateRow> certificates,
        News news,
        boolean bank,
        boolean marks,
        List<WorkRow> works) {

    /** The same page with works of the person that others mark, and whether the person marks works of others. */
    MyView with(boolean mayMark, List<WorkRow> own) {
        return new MyView(
                registered,
                next,
                courses,
                areas,
                radar,
                furthestAreas,
                untouchedAreas,
                certificates,
                news,
                bank,
                mayMark,
                own);
    }

    /** A work that is being read, or that has just been marked. */
    public record WorkRow(String address, String title, String language, boolean waiting) {}

    /** What others did that the person should know of. */
    public record News(List<QuestionReports.Answered> answers, List<NewScore> scores) {
        static final News NONE = new News(List.of(), List.of());
    }

    /** A result that was looked at again. */
    public record NewScore(
            String address, String title, String language, String before, String after, int of, boolean passed) {}

    /**
     * The one thing to go on with.
     *
     * @param kind     lesson, quiz or certificate
     * @param language of the titles, which may have no translation
     */
    public record NextThing(
            String kind,
            String address,
            String courseTitle,
            String title,
            String language,
            int lesson,
            int lessons,
            int step,
            int steps,
            int minutesLeft,
            List<String> stops) {}

    /**
     * A course that is begun.
     *
     * @param dash length of the drawn part of the ring
     */
    public record CourseRow(
            String slug, String title, String language, int done, int lessons, String dash, boolean completed) {}

    /** An area of the framework: lessons done of those there are. */
    public record AreaRow(int number, String name, int done, int lessons) {}

    /**
     * The picture of the areas, in a field of 300 × 280.
     *
     * @param rings   the grid, each a list of points
     * @param shape   the person's points
     * @param dots    the corners of the shape
     * @param numbers where the numbers of the areas stand
     */
    public record Radar(List<String> rings, String shape, List<Dot> dots, List<Dot> ends, List<Dot> numbers) {
        /** A place in the picture. */
        public record Dot(String x, String y, int number) {}
    }

    /** A certificate of the person. */
    public record CertificateRow(String number, String title, String language, String issuedOn) {}
}
