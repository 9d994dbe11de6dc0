package ua.stezhka.account;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * What the page of the account’s address shows.
 *
 * @param typed     what was typed as the new address
 * @param email     the address, null without one
 * @param confirmed whether its owner has pressed the button in a letter
 * @param wished    the address that waits for that, null without one
 * @param works     whether this Stezhka sends letters at all
 * @param saved     what was just done: asked, saved, removed or empty
 */
public record EmailForm(
        String typed,
        @Nullable String email,
        boolean confirmed,
        @Nullable String wished,
        boolean works,
        String saved,
        Faults faults) {}
