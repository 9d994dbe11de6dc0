package ua.stezhka.certificate;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates as trust providers make them. */
final class TestCertificates {
    private TestCertificates() {}

    /** The certificate of a key and the one that vouches for it. */
    static List<X509Certificate> chain(KeyPair own, String name, Instant from, Instant until) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair root = generator.generateKeyPair();
        String provider = "CN=Надавач";
        return List.of(
                certificate(own.getPublic(), "CN=" + name, provider, root.getPrivate(), from, until),
                certificate(root.getPublic(), provider, provider, root.getPrivate(), from, until));
    }

    private static X509Certificate certificate(
            PublicKey key, String subject, String issuer, PrivateKey by, Instant from, Instant until) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name(issuer),
                                BigInteger.TEN,
                                Date.from(from),
                                Date.from(until),
                                new X500Name(subject),
                                key)
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(by)));
    }

    /** A file as a trust provider gives it. */
    static Path pkcs12(Path folder, List<X509Certificate> chain, PrivateKey key, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("seal", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
        Path file = Files.createTempFile(folder, "seal", ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
