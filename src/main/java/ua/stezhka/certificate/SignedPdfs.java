package ua.stezhka.certificate;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Texts;

/**
 * Signs printed certificates, invisibly and to the last byte, and names the number in the signed bytes. The place of the signature is
 * tagged as PDF/UA asks (ISO 14289-1, 7.18.4). Source: ETSI EN 319 142-1, level B-B.
 */
@Singleton
class SignedPdfs {
    /** The entry of the file's information that holds the certificate's number. */
    private static final String NUMBER = "CertificateNumber";

    private final Signers signers;
    private final Clock clock;

    SignedPdfs(Signers signers, Clock clock) {
        this.signers = signers;
        this.clock = clock;
    }

    byte[] sign(byte[] pdf, CertificateDocument certificate) {
        return sign(pdf, certificate, signers.current());
    }

    byte[] sign(byte[] pdf, CertificateDocument certificate, Signer signer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 16 * 1024);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            document.getDocumentInformation()
                    .setCustomMetadataValue(NUMBER, certificate.number().toString());
            options.setPreferredSignatureSize(CmsSignature.most(signer.certificates()));
            document.addSignature(
                    signature(certificate),
                    content -> signed(signer, SignerCertificates.sha256(content.readAllBytes())),
                    options);
            tag(document, Texts.get(certificate.language(), "certificate.signatureLabel", certificate.issuer()));
            document.saveIncremental(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The number in a file that is known to be signed by us; empty when it is no certificate: a seal may stand under other papers, too. */
    static Optional<CertificateNumber> number(byte[] genuine) {
        try (PDDocument document = Loader.loadPDF(genuine)) {
            @Nullable String number = document.getDocumentInformation().getCustomMetadataValue(NUMBER);
            return number == null ? Optional.empty() : Optional.of(new CertificateNumber(number.replace("-", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDSignature signature(CertificateDocument certificate) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(certificate.issuer());
        signature.setReason(Texts.get(certificate.language(), "certificate.signatureReason"));
        signature.setSignDate(GregorianCalendar.from(clock.instant().atZone(ZoneOffset.UTC)));
        return signature;
    }

    private static byte[] signed(Signer signer, byte[] digest) throws IOException {
        try {
            return CmsSignature.sign(signer, digest);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void tag(PDDocument document, String label) throws IOException {
        PDSignatureField field = document.getSignatureFields().getFirst();
        field.setAlternateFieldName(label);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setPrinted(true);
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        PDStructureElement whole = (PDStructureElement) root.getKids().getFirst();
        PDStructureElement form = new PDStructureElement(StandardStructureTypes.FORM, whole);
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        form.setPage(document.getPage(0));
        form.setAlternateDescription(label);
        form.appendKid(reference);
        whole.appendKid(form);
        widget.setStructParent(parent(root, form));
    }

    /** Notes in the parent tree where the widget stands. @return its key there */
    private static int parent(PDStructureTreeRoot root, PDStructureElement element) {
        int key = root.getParentTreeNextKey();
        COSDictionary tree = root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
        COSArray numbers = tree.getCOSArray(COSName.NUMS);
        numbers.add(COSInteger.get(key));
        numbers.add(element.getCOSObject());
        root.setParentTreeNextKey(key + 1);
        return key;
    }
}
