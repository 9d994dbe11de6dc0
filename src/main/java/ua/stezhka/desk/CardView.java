package ua.stezhka.desk;

import org.jspecify.annotations.Nullable;

/**
 * A card as its holder and the desk see it.
 *
 * @param id         what a form names as the card to be replaced
 * @param pin        the PIN in groups, when it was set in this browser a moment ago
 * @param needsNewPin whether so many wrong PINs were typed that only another one opens the card
 */
public record CardView(
        String id,
        String code,
        String expiresOn,
        boolean expired,
        boolean needsNewPin,
        @Nullable String pin) {

    /** In groups of two or three digits, as people say them. */
    static String grouped(String pin) {
        int first = pin.length() / 2;
        return pin.substring(0, first) + '\u00a0' + pin.substring(first);
    }
}
