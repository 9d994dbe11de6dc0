package ua.stezhka.analysis;

import java.util.List;
import java.util.UUID;

/**
 * How a quiz measures, as a page shows it: figures as text, plots as numbers.
 *
 * @param enough   whether so many people have answered that anything is shown
 * @param people   a sentence
 * @param figures  of the quiz
 * @param plot     the scores; its table says the same
 * @param versions links to other versions; empty for a single one
 * @param note     whose attempts are counted, and whether small numbers are shown
 */
public record QuizStatisticsView(
        UUID id,
        UUID version,
        String title,
        String language,
        boolean enough,
        String people,
        List<Figure> figures,
        Plot plot,
        String sort,
        boolean descending,
        List<Item> items,
        List<Version> versions,
        String note) {

    /** A figure with what it means in plain words. */
    public record Figure(String name, String value, String meaning) {}

    /**
     * A reason to look.
     *
     * @param why       in a sentence
     * @param attention false for one that only says that nobody knows yet
     */
    public record Tag(String key, String name, String why, boolean attention) {}

    /** One question. */
    public record Item(
            UUID id,
            UUID version,
            String prompt,
            String language,
            String answers,
            String facility,
            String discrimination,
            String efficiency,
            String weight,
            String unknown,
            String time,
            List<Tag> tags) {}

    /** Another version of the same. */
    public record Version(UUID id, String name, boolean shown) {}

    /** The value of {@code aria-sort} of a column. */
    public String sorted(String column) {
        return !sort.equals(column) ? "none" : descending ? "descending" : "ascending";
    }

    /** Where a press on the heading of a column leads: sorts by it, or turns the order round. */
    public String sortAddress(String column) {
        boolean turned = sort.equals(column) && !descending;
        return "/analysis/quizzes/" + id + "?version=" + version + "&sort=" + column + (turned ? "&order=down" : "")
                + "#questions";
    }
}
