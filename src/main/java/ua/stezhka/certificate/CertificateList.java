package ua.stezhka.certificate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ua.stezhka.platform.PageOf;

/**
 * The administrator's list of certificates.
 *
 * @param number the beginning of a number that is looked for
 * @param state  all, valid or revoked
 */
public record CertificateList(String number, String state, PageOf<Row> certificates) {
    /** The address of other pages of the list, up to their number. */
    public String address() {
        return "/administration/certificates?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&state="
                + state + '&';
    }

    /** A certificate in the list; the course’s title may have no translation. */
    public record Row(
            String number,
            String holder,
            String course,
            String language,
            String issuedOn,
            boolean valid,
            String revokedOn) {}
}
