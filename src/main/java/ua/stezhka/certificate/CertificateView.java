package ua.stezhka.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as a page shows it.
 *
 * @param number     in the form for reading and typing
 * @param holder     the full name to the holder, what the holder allows to others; may be empty
 * @param shownName  full, short or none
 * @param shortName  the name as the short form would show it
 * @param state      valid, revoked or replaced
 * @param reason     why it was revoked: name, request, mistake, or empty
 * @param replacedBy the number issued in its place, for the holder only
 * @param checkedAt  when this page was made
 * @param address    the address to give to others
 * @param qr         the address as a QR code: an SVG path in a field of {@code qrSize} squares
 * @param renamed    whether the holder's name differs from the one on the certificate
 * @param file       whether the certificate's file was looked at and is genuine
 */
public record CertificateView(
        String number,
        String holder,
        String shownName,
        String shortName,
        String course,
        String courseLanguage,
        String slug,
        List<CertifiedCompetence> competences,
        int lessons,
        int quizPercent,
        String issuedOn,
        String issuer,
        String state,
        String revokedOn,
        String reason,
        @Nullable String replacedBy,
        String checkedAt,
        String address,
        String qr,
        int qrSize,
        boolean renamed,
        boolean file) {
    public boolean valid() {
        return state.equals("valid");
    }
}
