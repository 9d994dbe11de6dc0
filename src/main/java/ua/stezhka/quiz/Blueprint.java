package ua.stezhka.quiz;

import java.util.List;

/** What an attempt at a quiz asks: of each competence and level so many questions. */
public record Blueprint(List<Cell> cells) {
    /** So many questions of one competence at one level. */
    public record Cell(String competence, String level, int count) {}
}
