package ua.stezhka.framework;

import java.util.List;
import java.util.Map;
import ua.stezhka.platform.LocalText;

/**
 * Something that people can learn to do.
 *
 * @param id          stable id inside its framework
 * @param number      where it stands in the framework; may change between editions
 * @param description in our own words
 * @param alignments  for other frameworks ({@code digcomp22}, {@code digcomp30}, {@code dlgf}) the numbers of their competences
 */
public record Competence(
        String id, String number, LocalText name, LocalText description, Map<String, List<String>> alignments) {}
