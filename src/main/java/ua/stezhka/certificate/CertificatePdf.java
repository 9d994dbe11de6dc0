package ua.stezhka.certificate;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import ua.stezhka.platform.PdfPress;
import ua.stezhka.platform.PdfSheet;

/** Prints a certificate as a tagged PDF on one A4 page; a text beyond all measure may have a second one. */
@Singleton
class CertificatePdf {
    private static final PdfSheet.Paper PAPER = new PdfSheet.Paper(Footpath.PAGE_WIDTH, Footpath.PAGE_HEIGHT);

    private final Engine templates;
    private final PdfPress press;

    CertificatePdf(Engine templates, PdfPress press) {
        this.templates = templates;
        this.press = press;
    }

    byte[] print(CertificateDocument document) {
        return press.print((tried, ruler) -> {
            CertificateSheet.Spacing spacing = CertificateSheet.Spacing.after(tried);
            return sheet(CertificateSheet.of(document, spacing, ruler));
        });
    }

    private PdfSheet sheet(CertificateSheet sheet) {
        CertificateDocument document = sheet.document();
        String html = templates
                .getTemplate("certificate/sheet.html")
                .data("sheet", sheet)
                .setLocale(document.language())
                .render();
        PdfSheet.Facts facts = new PdfSheet.Facts(
                sheet.title(),
                sheet.subject(),
                document.issuer(),
                document.language(),
                document.issuedOn(),
                document.number().toString());
        return new PdfSheet(
                html,
                "/templates/certificate/sheet.css",
                facts,
                PAPER,
                Footpath.ground(document.lessons()),
                document.check().toString(),
                sheet.spacing().isClosest());
    }
}
