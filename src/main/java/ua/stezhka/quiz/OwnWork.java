package ua.stezhka.quiz;

import java.util.UUID;
import ua.stezhka.platform.LocalText;

/**
 * An attempt with answers that people mark, as its owner is told of it.
 *
 * @param title   of the course
 * @param waiting whether a mark is still to come; otherwise the last one came lately
 */
public record OwnWork(UUID attempt, LocalText title, boolean waiting) {}
