package ua.stezhka.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a person sees of their second factors.
 *
 * @param appAddedOn when the application was added, in words of the page; empty when there is none
 * @param codesLeft  unused recovery codes
 * @param setup      whether the person must set a factor up before anything else
 * @param next       where to go after setting up
 * @param saved      what was just changed, or empty
 */
public record SecondFactorView(
        String appAddedOn, List<PasskeyRow> passkeys, int codesLeft, boolean setup, String next, String saved) {
    /** Where to go afterwards, as it stands in an address. */
    public String onward() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    public boolean hasApp() {
        return !appAddedOn.isEmpty();
    }

    public boolean any() {
        return hasApp() || !passkeys.isEmpty();
    }
}
