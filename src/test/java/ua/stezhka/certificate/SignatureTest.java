package ua.stezhka.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.VeraPdf;

/** What is printed is signed to the last byte: a file is either what we printed, or it is refused. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignatureTest {
    private static final CertificateDocument CERTIFICATE = CertificateFixtures.ukrainian("Олена Петрівна Коваль");

    @Inject
    CertificatePdf pdfs;

    @Inject
    SignedPdfs signing;

    @Inject
    Signers signers;

    @Inject
    FileCheck check;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    private byte[] printed(CertificateDocument document) {
        return signing.sign(pdfs.print(document), document);
    }

    private void assertGenuine(byte[] file) {
        assertThat(check.check(file)).isEqualTo(new FileCheck.Finding.Genuine(CertificateFixtures.NUMBER));
    }

    private void assertRefused(byte[] file, String code) {
        assertThat(check.check(file)).isEqualTo(new FileCheck.Finding.Refused(code, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ян Чу", "Ґалаґан Їжакевич-Щасний Єгор’євич", "Αλέξανδρος & <Іван>"})
    void a_signed_file_is_archival_and_accessible(String holder) throws Exception {
        for (CertificateDocument document :
                List.of(CertificateFixtures.ukrainian(holder), CertificateFixtures.english(holder))) {
            byte[] file = printed(document);
            assertThat(VeraPdf.findings(file, PDFAFlavour.PDFA_2_A)).isEmpty();
            assertThat(VeraPdf.findings(file, PDFAFlavour.PDFUA_1)).isEmpty();
            assertGenuine(file);
        }
    }

    @Test
    void another_program_finds_the_signature_valid_and_as_the_standard_wants_it() throws Exception {
        byte[] file = printed(CERTIFICATE);
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo(CERTIFICATE.issuer());
            assertThat(signature.getReason()).startsWith("Підтверджуємо");
            assertThat(signature.getSignDate().toInstant())
                    .isBetween(clock.instant().minusSeconds(300), clock.instant());
            int[] range = signature.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(file.length);
            byte[] content = signature.getSignedContent(file);
            assertThat(content).hasSize(range[1] + range[3]);
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature.getContents(file));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder by = (X509CertificateHolder)
                    cms.getCertificates().getMatches(signer.getSID()).iterator().next();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(by)))
                    .isTrue();
            assertThat(by.getEncoded())
                    .isEqualTo(signers.current().certificates().own().getEncoded());
            assertBaseline(signer.getSignedAttributes(), by);
            assertThat(signer.getUnsignedAttributes()).isNull();
        }
    }

    private static void assertBaseline(AttributeTable signed, X509CertificateHolder by) throws Exception {
        assertThat(signed.size()).isEqualTo(3);
        assertThat(signed.get(CMSAttributes.signingTime))
                .as("forbidden by PAdES")
                .isNull();
        SigningCertificateV2 named = SigningCertificateV2.getInstance(
                signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2).getAttributeValues()[0]);
        assertThat(named.getCerts()[0].getCertHash()).isEqualTo(SignerCertificates.sha256(by.getEncoded()));
    }

    @Test
    void the_signature_shows_nothing_and_screen_readers_are_told_what_it_is() throws Exception {
        byte[] unsigned = pdfs.print(CERTIFICATE);
        byte[] file = signing.sign(unsigned, CERTIFICATE);
        try (PDDocument before = Loader.loadPDF(unsigned);
                PDDocument after = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(after)).isEqualTo(new PDFTextStripper().getText(before));
            PDAnnotation widget = after.getPage(0).getAnnotations().stream()
                    .filter(each -> each.getSubtype().equals("Widget"))
                    .findFirst()
                    .orElseThrow();
            assertThat(widget.getRectangle().getWidth()).isZero();
            assertThat(widget.isPrinted()).isTrue();
            assertThat(widget.isHidden()).isFalse();
            assertThat(widget.getCOSObject().getString(COSName.TU))
                    .isEqualTo("Електронний підпис: Хмельницька міська територіальна громада");
        }
    }

    @Test
    void a_change_of_any_byte_is_noticed() {
        byte[] file = printed(CERTIFICATE);
        SignedFile signed = SignedFile.of(file).orElseThrow();
        Random random = new Random(2026);
        random.ints(600, 0, file.length).forEach(at -> assertNoticed(file, at, 1 + random.nextInt(255)));
        for (int at = signed.from() - 40; at < signed.to() + 40; at++) {
            assertNoticed(file, at, 1 << random.nextInt(8));
            assertNoticed(file, at, 0x20);
        }
        for (int at = 0; at < 40; at++) {
            assertNoticed(file, at, 1 + random.nextInt(255));
            assertNoticed(file, file.length - 1 - at, 1 + random.nextInt(255));
        }
        assertGenuine(file);
    }

    private void assertNoticed(byte[] file, int at, int bits) {
        byte[] changed = file.clone();
        changed[at] ^= (byte) bits;
        assertThat(check.check(changed))
                .as("byte %s of %s, bits %s", at, file.length, bits)
                .isInstanceOf(FileCheck.Finding.Refused.class);
    }

    @Test
    void what_is_added_removed_or_put_before_is_noticed() throws Exception {
        byte[] file = printed(CERTIFICATE);
        assertRefused(Arrays.copyOf(file, file.length + 1), "certificate.file_changed");
        assertRefused(Arrays.copyOf(file, file.length - 1), "certificate.file_foreign");
        byte[] later = new byte[file.length + 6];
        System.arraycopy(file, 0, later, 6, file.length);
        System.arraycopy("%PDF-\n".getBytes(StandardCharsets.US_ASCII), 0, later, 0, 6);
        assertRefused(later, "certificate.file_changed");
        try (PDDocument document = Loader.loadPDF(file)) {
            document.getDocumentInformation().setTitle("Сертифікат когось іншого");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            assertThat(Arrays.copyOf(out.toByteArray(), file.length)).isEqualTo(file);
            assertRefused(out.toByteArray(), "certificate.file_changed");
        }
    }

    @Test
    void a_second_signature_after_ours_or_ours_under_another_text_is_noticed() throws Exception {
        byte[] file = printed(CERTIFICATE);
        Signer stranger = SignerFiles.own(folder, "Хтось", clock.instant());
        assertRefused(signing.sign(file, CERTIFICATE, stranger), "certificate.file_changed");
        byte[] other = signing.sign(pdfs.print(CertificateFixtures.ukrainian("Хтось Інший")), CERTIFICATE, stranger);
        SignedFile ours = SignedFile.of(file).orElseThrow();
        SignedFile theirs = SignedFile.of(other).orElseThrow();
        byte[] mixed = other.clone();
        System.arraycopy(
                file,
                ours.from(),
                mixed,
                theirs.from(),
                Math.min(ours.to() - ours.from(), theirs.to() - theirs.from()));
        assertThat(check.check(mixed)).isInstanceOf(FileCheck.Finding.Refused.class);
    }

    /** A seal of the community may stand under other papers, too. */
    @Test
    void a_paper_without_a_number_is_no_certificate() throws Exception {
        byte[] named = pdfs.print(CERTIFICATE);
        assertThat(SignedPdfs.number(named)).as("printed, not signed yet").isEmpty();
        assertThat(SignedPdfs.number(signing.sign(named, CERTIFICATE))).contains(CERTIFICATE.number());
    }

    @Test
    void our_certificate_without_our_key_signs_nothing() throws Exception {
        Signer stranger = SignerFiles.own(folder, "Хтось", clock.instant());
        Signer forger = new Signer(stranger.key(), signers.current().certificates());
        CertificateDocument other = CertificateFixtures.ukrainian("Хтось Інший");
        assertRefused(signing.sign(pdfs.print(other), other, forger), "certificate.file_changed");
    }

    @Test
    void a_key_of_somebody_else_is_not_ours_though_it_bears_our_name_and_one_we_once_had_stays_ours() throws Exception {
        Signer other = SignerFiles.own(folder, CERTIFICATE.issuer(), clock.instant());
        byte[] file = signing.sign(pdfs.print(CERTIFICATE), CERTIFICATE, other);
        assertRefused(file, "certificate.file_foreign");
        assertRefused(pdfs.print(CERTIFICATE), "certificate.file_foreign");
        signers.remember(other.certificates());
        signers.remember(other.certificates());
        assertGenuine(file);
        assertGenuine(printed(CERTIFICATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ByteRange [0 0 0 0]",
                "/ByteRange [0 99999999 99999999 99999999]",
                "/ByteRange [0 9 5 9]",
                "/ByteRange [0 999999999999 5 9]",
                "/ByteRange [0 -1 5 9]",
                "/ByteRange [0 5 6 1]",
                "/ByteRange [0 5 9 1] <30820000>",
                "/ByteRange [0 ",
                "/Type /Catalog /Metadata << /F (https://example.com/x) >>"
            })
    void a_hostile_file_is_only_not_ours(String part) {
        assertRefused(("%PDF-1.7\n" + part).getBytes(StandardCharsets.US_ASCII), "certificate.file_foreign");
        String long2 = "%PDF-1.7\n" + part.repeat((2 << 20) / part.length() - 1);
        assertRefused(long2.getBytes(StandardCharsets.US_ASCII), "certificate.file_foreign");
        assertThat(check.check(part.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new FileCheck.Finding.Refused("certificate.file_no_pdf", false));
    }
}
