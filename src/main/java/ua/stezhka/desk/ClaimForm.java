package ua.stezhka.desk;

import ua.stezhka.platform.Faults;

/**
 * What the page shows on which a card becomes an account or joins one.
 *
 * @param joins        whether an account is signed in that takes the card over
 * @param name         name and surname; what the person is called, to begin with
 * @param loginName    the name to sign in with, when the name itself is taken
 * @param askLoginName whether the name is taken, so that a separate name for signing in is needed
 * @param code         the code of the card, when the account takes it over
 * @param keepsCard    whether the card is to stay
 */
public record ClaimForm(
        boolean joins,
        String name,
        String loginName,
        boolean askLoginName,
        String email,
        String code,
        boolean keepsCard,
        Faults faults) {}
