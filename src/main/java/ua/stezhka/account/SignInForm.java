package ua.stezhka.account;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * What the sign-in page shows.
 *
 * @param login what was typed as the name
 * @param next  where to go afterwards
 */
public record SignInForm(String login, String next, Faults faults) {
    /** The key of a form that nobody has filled in yet: where it leads. Null for one with something typed or at fault. */
    public @Nullable String untouched() {
        return login.isEmpty() && faults.isEmpty() ? next : null;
    }
}
