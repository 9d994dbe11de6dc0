package ua.stezhka.styleguide;

import java.util.List;

/**
 * Specimens of one kind.
 *
 * @param wide whether each needs the width of the page; others stand side by side
 */
record Section(String id, String title, boolean wide, List<Specimen> specimens) {}
