package ua.stezhka.people;

import java.util.List;

/**
 * By which ways a person comes in, as an administrator sees them: what there is, and never what opens it.
 *
 * @param password       whether there is one
 * @param emailConfirmed whether the owner of the address has pressed the button in the letter
 * @param codeApp        whether an application shows codes for the second step
 * @param passkeys       how many there are
 * @param recoveryCodes  how many are unused
 * @param services       hosts of the services that vouch for the person
 * @param card           good, locked (ten wrong PINs), old (out of date), or empty when there is none
 * @param cardUntil      the last day of the card, in words of the page
 */
public record PersonDoors(
        boolean password,
        boolean emailConfirmed,
        boolean codeApp,
        int passkeys,
        int recoveryCodes,
        List<String> services,
        String card,
        String cardUntil) {
    /** Whether there is a second step to take away. */
    public boolean secondFactor() {
        return codeApp || passkeys > 0;
    }

    public boolean hasServices() {
        return !services.isEmpty();
    }
}
