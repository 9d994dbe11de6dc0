package ua.stezhka.account;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * A person's own card.
 *
 * @param card   null when there is none
 * @param newPin a PIN to offer for a new card
 * @param saved  what was just done: card, pin, revoked or empty
 */
public record OwnCardView(@Nullable CardView card, String newPin, String saved, Faults faults) {}
