package ua.stezhka.account;

import java.util.UUID;

/**
 * A person has a new password.
 *
 * @param byLink whether it was set by a link from a letter, without the old one
 */
record PasswordChanged(UUID personId, boolean byLink) {}
