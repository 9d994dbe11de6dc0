package ua.stezhka.framework;

import java.util.List;
import ua.stezhka.platform.LocalText;

/**
 * A group of competences.
 *
 * @param id     stable id inside its framework
 * @param number where it stands in the framework; may change between editions
 */
public record Area(String id, String number, LocalText name, List<Competence> competences) {}
