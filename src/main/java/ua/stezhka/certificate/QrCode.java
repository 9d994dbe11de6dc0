package ua.stezhka.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;

/** A text as a QR code, drawn as one outline so that it stays sharp at any size. Source: ISO/IEC 18004. */
final class QrCode {
    /** The empty margin that readers need, in modules. */
    static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;

    QrCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** The dark modules in a square of this size, its upper left corner at x and y; the margin is inside the square. */
    Path2D outline(double x, double y, double size) {
        double module = size / (modules.getWidth() + 2 * QUIET_ZONE);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0, to; from < modules.getWidth(); from = to + 1) {
                to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    double left = x + (QUIET_ZONE + from) * module;
                    rectangle(path, left, y + (QUIET_ZONE + row) * module, (to - from) * module, module);
                }
            }
        }
        return path;
    }

    /** The width and height of {@link #svgPath}, in modules. */
    int svgSize() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /** The dark modules as the data of an SVG path, the margin around them. */
    String svgPath() {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0, to; from < modules.getWidth(); from = to + 1) {
                to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    path.append('M').append(QUIET_ZONE + from).append(' ').append(QUIET_ZONE + row);
                    path.append('h')
                            .append(to - from)
                            .append("v1h-")
                            .append(to - from)
                            .append('z');
                }
            }
        }
        return path.toString();
    }

    private static void rectangle(Path2D path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }
}
