package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import ua.stezhka.account.AccountConfig;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.VeraPdf;

/** A city may sign with the seal that a trust provider gave it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GivenSignerTest {
    private static final CertificateDocument CERTIFICATE = CertificateFixtures.ukrainian("Олена Петрівна Коваль");

    @Inject
    CertificatePdf pdfs;

    @Inject
    Signers signers;

    @Inject
    FileCheck check;

    @Inject
    AccountConfig keys;

    @Inject
    CurrentCommunity community;

    @Inject
    Jdbi jdbi;

    @TempDir
    Path folder;

    @Test
    void the_seal_of_a_trust_provider_signs_while_it_is_valid_and_what_it_signed_stays_genuine() throws Exception {
        HandClock hand = new HandClock();
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        List<X509Certificate> chain = TestCertificates.chain(
                pair,
                "Печатка громади",
                hand.instant().minusSeconds(60),
                hand.instant().plusSeconds(60));
        Signers sealed = new Signers(
                keys,
                new Seal(
                        TestCertificates.pkcs12(folder, chain, pair.getPrivate(), "secret")
                                .toString(),
                        "secret"),
                community,
                jdbi,
                hand);
        sealed.prepare(new StartupEvent());
        byte[] file = new SignedPdfs(sealed, hand).sign(pdfs.print(CERTIFICATE), CERTIFICATE);
        assertThat(sealed.current().certificates().chain()).isEqualTo(chain);
        assertThat(check.check(file)).isEqualTo(new FileCheck.Finding.Genuine(CertificateFixtures.NUMBER));
        assertThat(VeraPdf.findings(file, PDFAFlavour.PDFA_2_A)).isEmpty();
        hand.forward(Duration.ofMinutes(2));
        assertThat(sealed.current().certificates()).isEqualTo(signers.current().certificates());
        assertThat(check.check(file)).isEqualTo(new FileCheck.Finding.Genuine(CertificateFixtures.NUMBER));
    }

    private record Seal(String file, String password) implements CertificateConfig {
        @Override
        public Optional<String> signatureFile() {
            return Optional.of(file);
        }

        @Override
        public Optional<String> signaturePassword() {
            return Optional.of(password);
        }
    }
}
