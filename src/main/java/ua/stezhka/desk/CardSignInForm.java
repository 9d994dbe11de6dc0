package ua.stezhka.desk;

import ua.stezhka.platform.Faults;

/**
 * What the page of the way in by card shows.
 *
 * @param code the code as typed or scanned
 * @param next where to go afterwards
 */
public record CardSignInForm(String code, String next, Faults faults) {}
