package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import ua.stezhka.account.Visitor;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.QrCode;

/** Puts a certificate into the words of a page: all to its holder, only what is needed to others. */
@Singleton
class CertificateViews {
    private final CertificateDocuments documents;
    private final CurrentCommunity community;
    private final PlatformConfig config;
    private final Clock clock;

    CertificateViews(CertificateDocuments documents, CurrentCommunity community, PlatformConfig config, Clock clock) {
        this.documents = documents;
        this.community = community;
        this.config = config;
        this.clock = clock;
    }

    CertificateView view(Certificate certificate, boolean all, Visitor visitor, Locale locale, URI site) {
        return view(certificate, all, false, visitor, locale, site);
    }

    /** What everybody may see of a certificate whose file is genuine. */
    CertificateView ofFile(Certificate certificate, Visitor visitor, Locale locale, URI site) {
        return view(certificate, false, true, visitor, locale, site);
    }

    private CertificateView view(
            Certificate certificate, boolean all, boolean file, Visitor visitor, Locale locale, URI site) {
        String address = documents.address(certificate.number(), site).toString();
        boolean own = certificate.heldBy(visitor.personId());
        QrCode qr = new QrCode(address);
        return new CertificateView(
                certificate.number().toString(),
                all ? certificate.holderName() : certificate.publicName(),
                certificate.shownName(),
                Certificate.shortName(certificate.holderName()),
                certificate.revision().title().in(locale),
                certificate.revision().title().languageIn(locale),
                certificate.revision().slug(),
                documents.competences(certificate.revision(), locale),
                certificate.revision().lessons().size(),
                certificate.quizPercent(),
                Dates.longDate(certificate.issuedAt(), config.zone(), locale),
                community.get().issuer().in(locale),
                state(certificate),
                certificate.revokedAt() == null ? "" : Dates.longDate(certificate.revokedAt(), config.zone(), locale),
                certificate.reason() == null ? "" : certificate.reason(),
                all && certificate.replacedBy() != null
                        ? certificate.replacedBy().toString()
                        : null,
                Dates.dateTime(clock.instant(), config.zone()),
                address,
                qr.svgPath(),
                qr.svgSize(),
                own && !visitor.name().equals(certificate.holderName()),
                file);
    }

    private static String state(Certificate certificate) {
        if (certificate.valid()) {
            return "valid";
        }
        return certificate.replacedBy() == null ? "revoked" : "replaced";
    }
}
