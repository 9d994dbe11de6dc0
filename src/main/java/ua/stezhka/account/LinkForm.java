package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the page shows on which people ask for a link by e-mail.
 *
 * @param works whether this Stezhka sends letters at all
 * @param email what was typed
 */
public record LinkForm(boolean works, String email, Faults faults) {}
