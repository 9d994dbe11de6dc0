package ua.stezhka.bank;

import java.util.UUID;

/**
 * A final quiz in the list of those who plan.
 *
 * @param live    how many live questions there are
 * @param planned whether it asks by a blueprint
 */
public record QuizRow(UUID id, String title, String language, int draws, int live, int passPercent, boolean planned) {}
