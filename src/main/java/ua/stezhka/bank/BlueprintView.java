package ua.stezhka.bank;

import java.util.List;
import java.util.UUID;
import ua.stezhka.platform.Faults;

/**
 * The plan of a quiz: competences by levels.
 *
 * @param levels  the columns
 * @param planned whether the quiz asks by a blueprint now
 * @param draws   how many questions an attempt asks now
 * @param live    how many live questions there are
 * @param wanted  how many the plan asks
 * @param thin    how many cells have fewer than three times what is asked of them
 */
public record BlueprintView(
        UUID quizId,
        String title,
        String language,
        List<String> levels,
        List<Line> lines,
        boolean planned,
        int draws,
        int live,
        int wanted,
        int thin,
        boolean saved,
        Faults faults) {

    /** A competence and its cells, one for each level. */
    public record Line(String competence, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param field  the name of its field
     * @param live   how many live questions there are; where there are none, there is no field
     * @param wanted as typed
     * @param needed three times what is asked; 0 when nothing is
     */
    public record Cell(String field, String level, int live, String wanted, int needed) {
        public boolean thin() {
            return live < needed;
        }
    }
}
