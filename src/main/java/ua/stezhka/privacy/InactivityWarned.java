package ua.stezhka.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has not come for so long that the account will be erased; signing in before that day keeps it. Observed in the same
 * transaction, by the mail for instance.
 *
 * @param eraseAt when the account goes if the person does not come
 */
public record InactivityWarned(UUID personId, Instant eraseAt) {}
