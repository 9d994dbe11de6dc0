package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the registration page shows.
 *
 * @param askLoginName whether the name is taken, so that a separate name for signing in is needed
 * @param next         where to go afterwards
 * @param hasProgress  whether the guest has done something that the account will keep
 * @param minor        whether the person says that they are under 18
 * @param birthYear    of somebody under 18, as typed
 */
public record RegistrationForm(
        String name,
        String loginName,
        String email,
        boolean askLoginName,
        String next,
        boolean hasProgress,
        boolean minor,
        String birthYear,
        Faults faults) {}
