package ua.stezhka.people;

/**
 * That somebody saw what belongs to a person.
 *
 * @param role of who saw it: no more is due
 * @param what in words
 */
public record SeenRow(String at, String role, String what) {}
