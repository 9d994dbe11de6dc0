package ua.stezhka.people;

import ua.stezhka.platform.Faults;

/** The page before a list of people leaves the house: how many it would be, and whether it is really the administrator. */
public record ExportForm(PeopleFilter filter, int number, Faults faults) {}
