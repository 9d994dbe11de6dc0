package ua.stezhka.factor;

import java.util.UUID;

/**
 * A passkey in its owner's list.
 *
 * @param addedOn in words of the page
 * @param usedAt  in words of the page, empty when it was never used
 */
public record PasskeyRow(UUID id, String name, String addedOn, String usedAt) {}
