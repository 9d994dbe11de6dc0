package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What the page shows on which people set a new password by a link.
 *
 * @param secret of the link
 */
public record NewPasswordForm(String secret, Faults faults) {}
