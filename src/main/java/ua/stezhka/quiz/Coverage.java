package ua.stezhka.quiz;

import java.util.Collection;
import java.util.List;

/**
 * How well a pool serves one cell of a blueprint.
 *
 * @param available questions of the pool about this competence at this level
 */
public record Coverage(Blueprint.Cell cell, int available) {
    /** So many times the drawn number the pool holds at least: then a second and a third attempt meet new questions. */
    public static final int TIMES = 3;

    /** What a question of the pool is about. */
    public record Offer(String competence, String level) {}

    /** The cells of a blueprint in their order, each with what the pool has for it. */
    public static List<Coverage> of(Blueprint blueprint, Collection<Offer> pool) {
        return blueprint.cells().stream()
                .map(cell -> new Coverage(cell, (int) pool.stream()
                        .filter(offer -> offer.competence().equals(cell.competence())
                                && offer.level().equals(cell.level()))
                        .count()))
                .toList();
    }

    /** How many questions have still to be written. */
    public int missing() {
        return Math.max(0, cell.count() * TIMES - available);
    }

    public boolean enough() {
        return missing() == 0;
    }
}
