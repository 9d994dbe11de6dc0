package ua.stezhka.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import ua.stezhka.account.KeyFile;

/** Signers as they lie in files: our own, made at the first start, and those that a trust provider gives. */
final class SignerFiles {
    static final String OWN = "certificate-signer.pem";

    private static final int LONGEST_NAME = 64;
    private static final int YEARS = 20;
    private static final int SERIAL_BITS = 120;
    private static final int LEAST_RSA_BITS = 2048;

    private SignerFiles() {}

    /**
     * Our own signer; made when there is none, and the same one for all who share the folder.
     *
     * @param name who signs, in words
     */
    static Signer own(Path folder, String name, Instant now) throws IOException {
        Path file = folder.resolve(OWN);
        try {
            if (!Files.exists(file)) {
                KeyFile.make(file, fresh(name, now));
            }
            String pem = Files.readString(file);
            int certificates = pem.indexOf("-----BEGIN CERTIFICATE-----");
            if (certificates < 0) {
                throw new IOException("no certificate in it");
            }
            return tried(new Signer(key(pem), SignerCertificates.read(pem.substring(certificates))));
        } catch (GeneralSecurityException | OperatorCreationException | IllegalArgumentException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    /** The signer in a PKCS#12 file. @throws IOException also when the password is not the right one */
    static Signer pkcs12(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (var each : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) each);
                    }
                    return tried(new Signer(key, new SignerCertificates(chain)));
                }
            }
            throw new IOException("no private key in it");
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    /** A key that we can use and that belongs to its certificate. */
    private static Signer tried(Signer signer) throws GeneralSecurityException {
        if (signer.certificates().own().getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new GeneralSecurityException("the key is too short");
        }
        byte[] digest = SignerCertificates.sha256(new byte[0]);
        if (!CmsSignature.verify(signer.certificates(), digest, CmsSignature.sign(signer, digest))) {
            throw new GeneralSecurityException("the key does not belong to the certificate");
        }
        return signer;
    }

    private static PrivateKey key(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof PrivateKeyInfo info) {
                return new JcaPEMKeyConverter().getPrivateKey(info);
            }
            throw new IOException("no private key in it");
        }
    }

    private static String fresh(String name, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n"
                + new SignerCertificates(List.of(certificate(pair, name, now))).pem();
    }

    /** A certificate by which the key vouches for itself: nobody but us can say whose it is. */
    private static X509Certificate certificate(KeyPair pair, String name, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name subject = subject(name);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                        Date.from(now.truncatedTo(ChronoUnit.DAYS)),
                        Date.from(now.plus(YEARS * 365L, ChronoUnit.DAYS)),
                        subject,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static X500Name subject(String name) {
        String fitting = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "UA")
                .addRDN(BCStyle.O, fitting)
                .addRDN(BCStyle.CN, fitting)
                .build();
    }
}
