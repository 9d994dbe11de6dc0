package ua.stezhka.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * A person at the desk.
 *
 * @param born   the year of birth, or empty
 * @param card   null when there is none
 * @param newPin a PIN for a card in the place of a lost one
 * @param pin    what stands in the field of the PIN: another one to offer, or what was typed
 * @param saved  what was just done: record, card, pin, revoked or empty
 * @param helped what was done for the person so far
 */
public record DeskPersonView(
        String id,
        String name,
        String born,
        @Nullable CardView card,
        String newPin,
        String pin,
        String saved,
        List<HelpRow> helped,
        Faults faults) {}
