package ua.stezhka.certificate;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of certificates. */
@ConfigMapping(prefix = "stezhka.certificate")
public interface CertificateConfig {
    /**
     * A PKCS#12 file (.p12, .pfx) with the key and the certificates of an electronic seal from a trust provider; RSA or EC. Without it
     * certificates are signed with a key that is made at the first start.
     */
    Optional<String> signatureFile();

    /** The password of that file. */
    Optional<String> signaturePassword();
}
