package ua.stezhka.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ua.stezhka.platform.Faults;

/**
 * What the page shows on which a passkey is made.
 *
 * @param options what the script hands to the browser, as JSON
 * @param name    how the person calls the device
 * @param setup   whether a factor must be set up before anything else
 * @param next    where to go afterwards
 */
public record PasskeyForm(String options, String name, boolean setup, ProofAsked asked, String next, Faults faults) {
    /** Where to go afterwards, as it stands in an address. */
    public String onward() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
