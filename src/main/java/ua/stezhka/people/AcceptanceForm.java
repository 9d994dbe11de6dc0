package ua.stezhka.people;

import ua.stezhka.platform.Faults;

/**
 * The page that an invited person sees.
 *
 * @param code         the secret of the link
 * @param askLoginName whether the name is taken, so that a separate name for signing in is needed
 */
public record AcceptanceForm(String code, String name, String loginName, boolean askLoginName, Faults faults) {}
