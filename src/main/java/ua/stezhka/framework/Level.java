package ua.stezhka.framework;

import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * How well somebody masters a competence.
 *
 * @param id       such as {@code A2}
 * @param band     basic, intermediate or advanced
 * @param digcomp  the levels of DigComp 2.2 that it answers to
 */
public record Level(String id, String band, LocalText name, LocalText bandName, List<Integer> digcomp) {}
