package ua.stezhka.desk;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * A person's own card.
 *
 * @param card   null when there is none
 * @param newPin a PIN for a card in the place of a lost one
 * @param pin    what stands in the field of the PIN: another one to offer, or what was typed
 * @param saved  what was just done: card, pin, revoked or empty
 */
public record OwnCardView(@Nullable CardView card, String newPin, String pin, String saved, Faults faults) {}
