package ua.stezhka.factor;

import ua.stezhka.platform.Faults;

/**
 * What the page shows that asks for a proof before a change.
 *
 * @param kind   what is done: {@code app} or {@code passkey} is removed, {@code codes} are made
 * @param name   the name of the passkey, else empty
 * @param action where the form goes
 * @param last   whether no second factor stays
 */
public record FactorChangeForm(
        String kind, String name, String action, boolean last, ProofAsked asked, Faults faults) {}
