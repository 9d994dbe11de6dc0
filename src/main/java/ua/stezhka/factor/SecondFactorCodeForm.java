package ua.stezhka.factor;

import ua.stezhka.platform.Faults;

/**
 * What the page shows that asks for the second factor.
 *
 * @param app      whether the person has an application with codes
 * @param passkeys whether the person has a passkey
 * @param next     where to go afterwards
 */
public record SecondFactorCodeForm(boolean app, boolean passkeys, String next, Faults faults) {}
