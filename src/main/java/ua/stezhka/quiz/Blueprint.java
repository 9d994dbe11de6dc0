package ua.stezhka.quiz;

import java.util.List;

/**
 * What every attempt at a quiz asks about, whichever questions are drawn: so two attempts measure the same. Source: table of
 * specifications in classical test construction.
 *
 * @param cells each competence and level once
 */
public record Blueprint(List<Cell> cells) {
    public Blueprint {
        cells = List.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param competence id of a competence of the framework
     * @param level      id of a proficiency level of the framework
     * @param count      how many questions are drawn, at least one
     */
    public record Cell(String competence, String level, int count) {}

    /** How many questions an attempt has. */
    public int length() {
        return cells.stream().mapToInt(Cell::count).sum();
    }
}
