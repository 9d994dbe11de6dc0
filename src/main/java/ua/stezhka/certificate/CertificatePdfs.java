package ua.stezhka.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;

/** Prints certificates; as a certificate never changes, the last printed ones are kept in memory. */
@ApplicationScoped
class CertificatePdfs {
    private static final int KEPT = 50;
    private final CertificateDocuments documents;
    private final CertificatePdf pdf;
    private final Cache<Sheet, byte[]> printed =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    CertificatePdfs(CertificateDocuments documents, CertificatePdf pdf) {
        this.documents = documents;
        this.pdf = pdf;
    }

    byte[] print(Certificate certificate, Locale locale, URI site) {
        CertificateDocument document = documents.of(certificate, locale, site);
        return printed.get(new Sheet(document), sheet -> pdf.print(sheet.document()));
    }

    private record Sheet(CertificateDocument document) {}
}
