package ua.stezhka.people;

import ua.stezhka.platform.Faults;

/** The page on which an administrator shuts a person out. */
public record BlockForm(PersonAccount person, Faults faults) {}
