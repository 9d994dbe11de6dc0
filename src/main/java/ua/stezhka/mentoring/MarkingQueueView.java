package ua.stezhka.mentoring;

import java.util.List;

/**
 * Answers that wait for a mark.
 *
 * @param course the course that is chosen, empty for all
 * @param total  how many wait, of the chosen course
 * @param marked what the marker marked last
 * @param saved  a mark has just been given
 */
public record MarkingQueueView(
        List<Course> courses, String course, int total, List<Row> rows, List<Row> marked, boolean saved) {

    /** A course with answers that wait. */
    public record Course(String course, String title, String language, int number) {}

    /** One answer: who wrote it, where it stands, since when it waits or when it was marked. */
    public record Row(String address, String name, String title, String language, boolean file, String on) {}

    public boolean more() {
        return total > rows.size();
    }
}
