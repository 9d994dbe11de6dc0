package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the registration page shows.
 *
 * @param askLoginName whether the name is taken, so that a separate name for signing in is needed
 * @param next         where to go afterwards
 * @param hasProgress  whether the guest has done something that the account will keep
 */
public record RegistrationForm(
        String name,
        String loginName,
        String email,
        boolean askLoginName,
        String next,
        boolean hasProgress,
        Faults faults) {}
