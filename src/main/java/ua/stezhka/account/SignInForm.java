package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the sign-in page shows.
 *
 * @param login what was typed as the name
 * @param next  where to go afterwards
 */
public record SignInForm(String login, String next, Faults faults) {}
