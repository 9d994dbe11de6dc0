package ua.stezhka.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The certificates of a signer, the own one first: all that is needed to check what was signed.
 *
 * @param chain the own certificate, then those that vouch for it; never empty
 */
record SignerCertificates(List<X509Certificate> chain) {
    SignerCertificates {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signer has a certificate");
        }
    }

    static SignerCertificates read(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            for (Certificate each : read) {
                chain.add((X509Certificate) each);
            }
        } catch (CertificateException damaged) {
            throw new IllegalArgumentException("no certificates", damaged);
        }
        return new SignerCertificates(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    boolean validAt(Instant now) {
        return !now.isBefore(own().getNotBefore().toInstant())
                && !now.isAfter(own().getNotAfter().toInstant());
    }

    Date until() {
        return own().getNotAfter();
    }

    String pem() {
        return chain.stream().map(SignerCertificates::pem).collect(Collectors.joining());
    }

    /** What tells these certificates from all others: SHA-256 of them all. */
    byte[] fingerprint() {
        return sha256(pem().getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] sha256(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static String pem(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }
}
