package ua.stezhka.desk;

import java.util.List;

/**
 * One visit of somebody who helped.
 *
 * @param at    day and time when it began
 * @param who   the role and the place, no name
 * @param deeds what was done, each in words
 */
public record HelpRow(String at, String who, List<String> deeds) {}
