package ua.stezhka.analysis;

import java.util.List;
import java.util.UUID;

/**
 * How a question measures, as a page shows it.
 *
 * @param competence name of the competence, and the level
 * @param options    what was chosen; empty where nothing is chosen
 * @param plot       what was earned by month; no marks below two months
 * @param note       whose attempts are counted, and whether small numbers are shown
 */
public record QuestionStatisticsView(
        UUID id,
        String prompt,
        String language,
        String competence,
        boolean enough,
        String people,
        List<QuizStatisticsView.Tag> tags,
        List<QuizStatisticsView.Figure> figures,
        List<Option> options,
        Plot plot,
        List<Month> months,
        List<QuizStatisticsView.Version> versions,
        String note) {

    /**
     * One option.
     *
     * @param rest  what its choosers earned elsewhere
     * @param notes what strikes in it
     */
    public record Option(
            String text,
            String language,
            boolean right,
            String chosen,
            String share,
            String rest,
            List<String> notes) {}

    /** One month. */
    public record Month(String name, String answers, String facility, String discrimination, String time) {}
}
