package ua.stezhka.platform;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;

/** A text as a QR code, drawn as one outline so that it stays sharp at any size. Source: ISO/IEC 18004. */
public final class QrCode {
    /** The empty margin that readers need, in modules. */
    public static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    public QrCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** The dark modules in a square of this size, its upper left corner at x and y; the margin is inside the square. */
    public Path2D outline(double x, double y, double size) {
        double module = size / svgSize();
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        bars((column, row, length) -> rectangle(path, x + column * module, y + row * module, length * module, module));
        return path;
    }

    /** The dark modules as the path of an SVG whose view box is {@link #svgSize} wide and high, one unit a module. */
    public String svgPath() {
        StringBuilder path = new StringBuilder();
        bars((column, row, length) -> path.append('M')
                .append(column)
                .append(' ')
                .append(row)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z'));
        return path.toString();
    }

    /** Modules along an edge, with the margin. */
    public int svgSize() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /** Dark modules side by side in a row. */
    private interface Bar {
        void at(int column, int row, int length);
    }

    private void bars(Bar bar) {
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0, to; from < modules.getWidth(); from = to + 1) {
                to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    bar.at(QUIET_ZONE + from, QUIET_ZONE + row, to - from);
                }
            }
        }
    }

    private static void rectangle(Path2D path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }
}
