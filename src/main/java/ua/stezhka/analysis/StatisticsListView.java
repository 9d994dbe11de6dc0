package ua.stezhka.analysis;

import java.util.List;
import java.util.UUID;

/**
 * All quizzes and how they measure.
 *
 * @param mayRecount whether whoever looks may count everything anew
 * @param recounted  what came of it; empty unless it has just been done
 * @param right      whether nothing differed then
 */
public record StatisticsListView(List<Row> rows, boolean mayRecount, String recounted, boolean right) {
    /** One quiz; figures as text. */
    public record Row(
            UUID id,
            String title,
            String language,
            String people,
            String mean,
            String reliability,
            String questions,
            long suspicious) {}
}
