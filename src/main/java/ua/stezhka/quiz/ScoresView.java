package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;

/**
 * What the last check of scores found.
 *
 * @param ranAt     empty when there was none
 * @param differing attempts whose score is another one
 */
public record ScoresView(String ranAt, long attempts, List<UUID> differing) {}
