package ua.stezhka.certificate;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import ua.stezhka.platform.QrCode;

/**
 * Prints a certificate as a tagged PDF on one A4 page; the same certificate gives the same bytes. Sources: ISO 19005-2 (PDF/A-2a),
 * ISO 14289-1 (PDF/UA-1).
 */
@Singleton
class CertificatePdf {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Engine templates;
    private final CertificateStyles styles = new CertificateStyles(read("/templates/certificate/sheet.css"));
    private final Semaphore presses = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final ConcurrentLinkedQueue<CertificateFonts> idleFonts = new ConcurrentLinkedQueue<>();

    CertificatePdf(Engine templates) {
        this.templates = templates;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] print(CertificateDocument document) {
        // Printing is all processor: more at once than processors only costs memory, a set of fonts each.
        presses.acquireUninterruptibly();
        try {
            CertificateFonts idle = idleFonts.poll();
            CertificateFonts fonts = idle != null ? idle : CertificateFonts.load();
            byte[] printed = print(document, fonts);
            idleFonts.add(fonts);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.release();
        }
    }

    /** Tries the roomiest layout first and closer ones when that needs a second page; a text beyond all measure may have one. */
    private byte[] print(CertificateDocument document, CertificateFonts fonts) throws IOException {
        CertificateSheet.Spacing spacing = CertificateSheet.Spacing.ROOMY;
        while (true) {
            CertificateSheet sheet = CertificateSheet.of(document, spacing, fonts::boldWidth);
            try (PDDocument pdf = new PDDocument()) {
                draw(sheet, pdf, fonts);
                if (pdf.getNumberOfPages() == 1 || spacing.isClosest()) {
                    return save(sheet, pdf);
                }
                spacing = spacing.closer();
            }
        }
    }

    private void draw(CertificateSheet sheet, PDDocument pdf, CertificateFonts fonts) throws IOException {
        String html = templates
                .getTemplate("certificate/sheet.html")
                .data("sheet", sheet)
                .setLocale(sheet.document().language())
                .render();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withW3cDocument(parse(html), null)
                .useNamespaceHandler(styles)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .useObjectDrawerFactory(codes(sheet.document()))
                .usePageSupplier((document, width, height, page, shadow) ->
                        page(document, sheet.document().lessons()));
        for (CertificateFonts.Face face : fonts.faces()) {
            embed(builder, pdf, face, "Certificate");
        }
        if (!fonts.cover(html)) {
            for (CertificateFonts.Face face : fonts.reserve()) {
                embed(builder, pdf, face, "Reserve");
            }
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static byte[] save(CertificateSheet sheet, PDDocument pdf) throws IOException {
        PdfMetadata.write(sheet, pdf);
        dropEmptyTableFeet(pdf.getDocumentCatalog().getStructureTreeRoot());
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        pdf.save(out);
        return out.toByteArray();
    }

    /** The renderer tags a foot in every table, also where there is none. */
    private static void dropEmptyTableFeet(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (StandardStructureTypes.T_FOOT.equals(element.getStructureType())
                        && element.getKids().isEmpty()) {
                    node.removeKid(element);
                } else {
                    dropEmptyTableFeet(element);
                }
            }
        }
    }

    private static void embed(PdfRendererBuilder builder, PDDocument pdf, CertificateFonts.Face face, String family)
            throws IOException {
        PDType0Font font = PDType0Font.load(pdf, face.font(), true);
        builder.useFont(new PDFontSupplier(font), family, face.weight(), FontStyle.NORMAL, true);
    }

    private static PDPage page(PDDocument pdf, int lessons) {
        PDPage page = new PDPage(new PDRectangle((float) Footpath.PAGE_WIDTH, (float) Footpath.PAGE_HEIGHT));
        try {
            ByteArrayInputStream ground = new ByteArrayInputStream(Footpath.ground(lessons));
            page.setContents(new PDStream(pdf, ground, COSName.FLATE_DECODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pdf.addPage(page);
        return page;
    }

    private static DefaultObjectDrawerFactory codes(CertificateDocument document) {
        FSObjectDrawer drawer = (element, x, y, width, height, device, context, dots) -> {
            device.setPaint(Color.WHITE);
            device.fill(new Rectangle2D.Double(x, y, width, height));
            device.setPaint(Color.BLACK);
            device.fill(new QrCode(document.check().toString()).outline(x, y, Math.min(width, height)));
            return null;
        };
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer("image/qr", drawer);
        return factory;
    }

    private static Document parse(String html) throws IOException {
        try {
            // The parser of the Java platform: a search for others reads every library's jar, each time.
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = CertificatePdf.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
