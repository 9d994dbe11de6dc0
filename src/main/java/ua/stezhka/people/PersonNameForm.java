package ua.stezhka.people;

import ua.stezhka.platform.Faults;

/** The page on which an administrator corrects a name. */
public record PersonNameForm(PersonAccount person, String name, Faults faults) {}
