package ua.stezhka.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ua.stezhka.platform.Faults;

/**
 * What the page shows on which an application with codes is set up.
 *
 * @param qr       the QR code as the path of an SVG
 * @param qrSize   how wide and high that is
 * @param key      the same for typing, in groups
 * @param link     the same as a link that opens an application on this device
 * @param replaces whether the person has one already
 * @param setup    whether it must be set up before anything else
 * @param next     where to go afterwards
 */
public record CodeAppForm(
        String qr,
        int qrSize,
        String key,
        String link,
        boolean replaces,
        boolean setup,
        ProofAsked asked,
        String next,
        Faults faults) {
    /** Where to go afterwards, as it stands in an address. */
    public String onward() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
