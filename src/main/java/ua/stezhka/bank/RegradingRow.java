package ua.stezhka.bank;

/** A regrading that was done. */
public record RegradingRow(
        String on, String by, String reason, int attempts, int raised, int lowered, int passed, int failed) {}
