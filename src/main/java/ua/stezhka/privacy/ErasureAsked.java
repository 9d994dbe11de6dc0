package ua.stezhka.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody asked to be erased, in the settings or at a desk.
 *
 * @param eraseAt until then it can be taken back
 */
record ErasureAsked(UUID personId, Instant eraseAt) {}
