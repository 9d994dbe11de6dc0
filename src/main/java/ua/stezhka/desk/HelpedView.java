package ua.stezhka.desk;

import java.util.List;

/**
 * What was done on behalf of a person, for that person.
 *
 * @param claimed    whether the record has just become an account
 * @param byCard     whether the person came in by a card, so that there are no other settings
 */
public record HelpedView(List<HelpRow> rows, boolean claimed, boolean byCard) {}
