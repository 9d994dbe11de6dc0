package ua.stezhka.question;

import ua.stezhka.platform.LocalText;

/**
 * One thing to choose in a question: an option, one side of a pair, an item to put in order.
 *
 * @param id   stable id from the content; never leaves the server while an attempt is open
 * @param text plain text, not HTML
 */
public record Choice(String id, LocalText text) {}
