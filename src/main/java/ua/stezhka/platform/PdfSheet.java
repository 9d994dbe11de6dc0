package ua.stezhka.platform;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A page to be printed as PDF.
 *
 * @param html   what stands on it, as XHTML; {@code <object type="image/qr">} is the place of the code
 * @param css    the style sheet, a resource such as {@code /templates/certificate/sheet.css}; the font families are {@code Commissioner} and {@code Reserve}
 * @param facts  what the file says about itself
 * @param paper  the size of a page
 * @param ground what is drawn below the text, by {@link PdfDrawing}
 * @param qr     what the QR code says
 * @param last   whether it is printed even when it needs a second page, because no layout is closer
 */
public record PdfSheet(String html, String css, Facts facts, Paper paper, byte[] ground, String qr, boolean last) {
    /**
     * What the file says about itself.
     *
     * @param number makes the file another one than all others
     */
    public record Facts(
            String title, String subject, String author, Locale language, LocalDate madeOn, String number) {}

    /** The size of a page in points. */
    public record Paper(double width, double height) {}
}
