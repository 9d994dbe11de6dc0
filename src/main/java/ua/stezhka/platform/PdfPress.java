package ua.stezhka.platform;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
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

/** Prints sheets as tagged PDF; the same sheet gives the same bytes. Sources: ISO 19005-2 (PDF/A-2a), ISO 14289-1 (PDF/UA-1). */
@Singleton
public class PdfPress {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Map<String, PdfStyles> styles = new ConcurrentHashMap<>();
    private final Semaphore presses = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final ConcurrentLinkedQueue<PdfFonts> idleFonts = new ConcurrentLinkedQueue<>();

    PdfPress() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * Prints a page in the roomiest layout that needs no second one.
     *
     * @param layout one way to lay the page out, from how many roomier ways needed a second page, and the width of a text in the boldest
     *               face at a size of one point
     */
    public byte[] print(BiFunction<Integer, ToDoubleFunction<String>, PdfSheet> layout) {
        // Printing is all processor: more at once than processors only costs memory, a set of fonts each.
        presses.acquireUninterruptibly();
        try {
            PdfFonts idle = idleFonts.poll();
            PdfFonts fonts = idle != null ? idle : PdfFonts.load();
            byte[] printed = print(layout, fonts);
            idleFonts.add(fonts);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.release();
        }
    }

    private byte[] print(BiFunction<Integer, ToDoubleFunction<String>, PdfSheet> layout, PdfFonts fonts)
            throws IOException {
        int tried = 0;
        while (true) {
            PdfSheet sheet = layout.apply(tried++, fonts::boldWidth);
            try (PDDocument pdf = new PDDocument()) {
                draw(sheet, pdf, fonts);
                if (pdf.getNumberOfPages() == 1 || sheet.last()) {
                    return save(sheet, pdf);
                }
            }
        }
    }

    private void draw(PdfSheet sheet, PDDocument pdf, PdfFonts fonts) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withW3cDocument(parse(sheet.html()), null)
                .useNamespaceHandler(styles.computeIfAbsent(sheet.css(), name -> new PdfStyles(name, read(name))))
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .useObjectDrawerFactory(codes(sheet.qr()))
                .usePageSupplier((document, width, height, page, shadow) -> page(document, sheet));
        for (PdfFonts.Face face : fonts.faces()) {
            embed(builder, pdf, face, "Commissioner");
        }
        if (!fonts.cover(sheet.html())) {
            for (PdfFonts.Face face : fonts.reserve()) {
                embed(builder, pdf, face, "Reserve");
            }
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static byte[] save(PdfSheet sheet, PDDocument pdf) throws IOException {
        PdfMetadata.write(sheet.facts(), pdf);
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

    private static void embed(PdfRendererBuilder builder, PDDocument pdf, PdfFonts.Face face, String family)
            throws IOException {
        PDType0Font font = PDType0Font.load(pdf, face.font(), true);
        builder.useFont(new PDFontSupplier(font), family, face.weight(), FontStyle.NORMAL, true);
    }

    private static PDPage page(PDDocument pdf, PdfSheet sheet) {
        PDPage page = new PDPage(new PDRectangle(
                (float) sheet.paper().width(), (float) sheet.paper().height()));
        try {
            page.setContents(new PDStream(pdf, new ByteArrayInputStream(sheet.ground()), COSName.FLATE_DECODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pdf.addPage(page);
        return page;
    }

    private static DefaultObjectDrawerFactory codes(String text) {
        FSObjectDrawer drawer = (element, x, y, width, height, device, context, dots) -> {
            device.setPaint(Color.WHITE);
            device.fill(new Rectangle2D.Double(x, y, width, height));
            device.setPaint(Color.BLACK);
            device.fill(new QrCode(text).outline(x, y, Math.min(width, height)));
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
        try (InputStream in = PdfPress.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
