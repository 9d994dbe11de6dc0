package ua.stezhka.account;

/**
 * Somebody is invited, or gets a new link for the old one. Observed in the same transaction by whoever sends the letter.
 *
 * @param name  of the invited
 * @param email where a letter may go; empty when there is none
 * @param link  works once and for seven days; it is told nowhere else
 */
public record PersonInvited(String name, String email, String link) {}
