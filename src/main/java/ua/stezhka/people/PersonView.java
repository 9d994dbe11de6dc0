package ua.stezhka.people;

/**
 * The administrator's page of one person.
 *
 * @param done what was just done, to say so; empty for nothing
 */
public record PersonView(PersonAccount person, String done) {}
