package ua.stezhka.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import ua.stezhka.account.PersonErased;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.ContentChanged;
import ua.stezhka.platform.CurrentCommunity;

/** Prints and signs certificates; as a certificate never changes, the last printed ones are kept in memory. */
@Singleton
class CertificatePdfs {
    private static final int KEPT = 50;

    /** So that another node does not hold the name of somebody who was erased. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final CertificateDocuments documents;
    private final CertificatePdf pdf;
    private final SignedPdfs signed;
    private final CurrentCommunity community;
    private final Cache<Sheet, byte[]> printed =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LONGEST).build();

    CertificatePdfs(CertificateDocuments documents, CertificatePdf pdf, SignedPdfs signed, CurrentCommunity community) {
        this.documents = documents;
        this.pdf = pdf;
        this.signed = signed;
        this.community = community;
    }

    byte[] print(Certificate certificate, Locale locale, URI site) {
        Sheet sheet = new Sheet(certificate.number(), certificate.holderName(), locale, site, community.get());
        return printed.get(sheet, key -> print(documents.of(certificate, locale, site)));
    }

    private byte[] print(CertificateDocument document) {
        return signed.sign(pdf.print(document), document);
    }

    void forget(@Observes ContentChanged change) {
        printed.invalidateAll();
    }

    void forget(@Observes PersonErased person) {
        printed.invalidateAll();
    }

    private record Sheet(CertificateNumber number, String holderName, Locale locale, URI site, Community community) {}
}
