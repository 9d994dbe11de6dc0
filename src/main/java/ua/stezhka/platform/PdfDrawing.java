package ua.stezhka.platform;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Lines and areas as operators of a PDF content stream, with the origin in the upper left corner. Source: ISO 32000-1, 8.5. */
public final class PdfDrawing {
    /** How far the handles of four Bézier curves stand out to make a circle. */
    private static final double CIRCLE = 0.5523;

    private final StringBuilder operators = new StringBuilder(4096);
    private final double height;

    /** @param height of the page in points */
    public PdfDrawing(double height) {
        this.height = height;
        // Decoration: tools that read the page aloud pass over it.
        operators.append("/Artifact <</Type /Layout>> BDC\nq 1 J 1 j\n");
    }

    public byte[] finish() {
        return operators.append("Q\nEMC\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public PdfDrawing fill(int rgb) {
        return colour(rgb, "rg");
    }

    public PdfDrawing pen(int rgb, double width) {
        return colour(rgb, "RG").write("%.2f w [] 0 d", width);
    }

    /** A pen that leaves round dots. */
    public PdfDrawing dots(int rgb, double width, double distance) {
        return colour(rgb, "RG").write("%.2f w [0 %.2f] 0 d", width, distance);
    }

    public PdfDrawing rectangle(double x, double y, double width, double height) {
        return write("%.2f %.2f %.2f %.2f re f", x, this.height - y - height, width, height);
    }

    public PdfDrawing from(Point p) {
        return write("%.2f %.2f m", p.x(), height - p.y());
    }

    public PdfDrawing line(Point p) {
        return write("%.2f %.2f l", p.x(), height - p.y());
    }

    public PdfDrawing curve(Curve c) {
        return write(
                "%.2f %.2f %.2f %.2f %.2f %.2f c",
                c.leave().x(),
                height - c.leave().y(),
                c.arrive().x(),
                height - c.arrive().y(),
                c.to().x(),
                height - c.to().y());
    }

    public PdfDrawing circle(Point m, double r) {
        double h = r * CIRCLE;
        return from(m.plus(r, 0))
                .curve(new Curve(m.plus(r, 0), m.plus(r, h), m.plus(h, r), m.plus(0, r)))
                .curve(new Curve(m.plus(0, r), m.plus(-h, r), m.plus(-r, h), m.plus(-r, 0)))
                .curve(new Curve(m.plus(-r, 0), m.plus(-r, -h), m.plus(-h, -r), m.plus(0, -r)))
                .curve(new Curve(m.plus(0, -r), m.plus(h, -r), m.plus(r, -h), m.plus(r, 0)));
    }

    public PdfDrawing stroke() {
        return write("S");
    }

    public PdfDrawing area() {
        return write("h f");
    }

    public PdfDrawing areaWithEdge() {
        return write("h B");
    }

    private PdfDrawing colour(int rgb, String operator) {
        return write(
                "%.4f %.4f %.4f %s",
                (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, operator);
    }

    private PdfDrawing write(String format, Object... values) {
        operators.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    /** A point, in points from the upper left corner. */
    public record Point(double x, double y) {
        public Point plus(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    /** A cubic Bézier curve. */
    public record Curve(Point start, Point leave, Point arrive, Point to) {
        public Point at(double t) {
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            return new Point(
                    a * start.x + b * leave.x + c * arrive.x + d * to.x,
                    a * start.y + b * leave.y + c * arrive.y + d * to.y);
        }
    }
}
