package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.quiz.Together;

/** The key that signs certificates is made once, kept from others, and may come from a trust provider. */
class SignersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String NAME = "Хмельницька міська територіальна громада";
    private static final byte[] DIGEST = SignerCertificates.sha256(new byte[] {1, 2, 3});
    private static final String PASSWORD = "пароль печатки";

    @TempDir
    Path folder;

    @Test
    void whoever_shares_the_folder_has_the_same_key_and_nobody_else_reads_it() throws Exception {
        Path keys = folder.resolve("keys");
        Set<String> made = Together.call(16, () -> SignerFiles.own(keys, NAME, NOW)).stream()
                .map(signer -> signer.certificates().pem())
                .collect(Collectors.toSet());
        assertThat(made).hasSize(1);
        Path file = keys.resolve(SignerFiles.OWN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys).isDirectoryContaining(file::equals);
        try (var files = Files.list(keys)) {
            assertThat(files).hasSize(1);
        }
        assertThat(SignerFiles.own(keys, "Інша назва", NOW.plus(Duration.ofDays(900)))
                        .certificates()
                        .pem())
                .isEqualTo(made.iterator().next());
    }

    @Test
    void the_certificate_names_the_community_and_may_do_nothing_but_sign() throws Exception {
        X509Certificate own = SignerFiles.own(folder, NAME, NOW).certificates().own();
        own.verify(own.getPublicKey());
        assertThat(own.getSubjectX500Principal().getName())
                .contains("CN=" + NAME)
                .contains("O=" + NAME);
        assertThat(own.getBasicConstraints()).isEqualTo(-1);
        assertThat(own.getKeyUsage()).startsWith(true, true, false, false, false, false, false);
        assertThat(own.getSigAlgName()).isEqualTo("SHA256withECDSA");
        Files.delete(folder.resolve(SignerFiles.OWN));
        String longName = "Ї".repeat(90);
        assertThat(SignerFiles.own(folder, longName, NOW)
                        .certificates()
                        .own()
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=" + "Ї".repeat(64) + ",");
    }

    @Test
    void a_damaged_key_is_no_start() throws Exception {
        Path file = folder.resolve(SignerFiles.OWN);
        SignerFiles.own(folder, NAME, NOW);
        String whole = Files.readString(file);
        Path other = folder.resolve("other");
        SignerFiles.own(other, NAME, NOW);
        String foreign = Files.readString(other.resolve(SignerFiles.OWN));
        int cut = whole.indexOf("-----BEGIN CERT");
        for (String damaged : List.of(
                "",
                "x",
                whole.substring(0, cut),
                whole.substring(cut),
                whole.substring(0, cut) + foreign.substring(foreign.indexOf("-----BEGIN CERT")))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> Signers.own(folder, NAME, NOW))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA,3072", "RSA,2048", "EC,256", "EC,384", "EC,521"})
    void a_key_from_a_trust_provider_signs(String algorithm, int bits) throws Exception {
        Signer signer = SignerFiles.pkcs12(file(pair(algorithm, bits), 2), PASSWORD.toCharArray());
        assertThat(signer.certificates().chain()).hasSize(2);
        byte[] signature = CmsSignature.sign(signer, DIGEST);
        assertThat(signature.length).isLessThanOrEqualTo(CmsSignature.most(signer.certificates()));
        SignerCertificates read = SignerCertificates.read(signer.certificates().pem());
        assertThat(CmsSignature.verify(read, DIGEST, signature)).isTrue();
        assertThat(CmsSignature.verify(read, SignerCertificates.sha256(DIGEST), signature))
                .isFalse();
        assertThat(CmsSignature.verify(new SignerCertificates(List.of(read.own())), DIGEST, signature))
                .as("with another chain")
                .isFalse();
    }

    @Test
    void what_cannot_sign_is_no_start() throws Exception {
        Path right = file(pair("EC", 256), 1);
        assertRefused(right, "wrong");
        assertRefused(right, "");
        assertRefused(folder.resolve("nothing.p12"), PASSWORD);
        assertRefused(Files.writeString(folder.resolve("text.p12"), "no key"), PASSWORD);
        assertRefused(file(pair("RSA", 1024), 1), PASSWORD);
        assertRefused(file(pair("Ed25519", 0), 1), PASSWORD);
        assertThat(Signers.given(right, PASSWORD.toCharArray()).certificates().validAt(NOW))
                .isTrue();
    }

    private static void assertRefused(Path file, String password) {
        assertThatThrownBy(() -> Signers.given(file, password.toCharArray()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("stezhka.certificate.signature-password");
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits > 0) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair();
    }

    private Path file(KeyPair pair, int certificates) throws Exception {
        List<X509Certificate> chain = TestCertificates.chain(
                pair, "Печатка громади", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)));
        return TestCertificates.pkcs12(folder, chain.subList(0, certificates), pair.getPrivate(), PASSWORD);
    }
}
