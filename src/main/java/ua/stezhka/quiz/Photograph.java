package ua.stezhka.quiz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import ua.stezhka.quiz.Inspection.Refused;

/**
 * A picture drawn anew: of what the camera wrote beside it (where, when, with what) nothing is left, nor of anything that hides behind it.
 * It stands as the camera was held, and is at most {@value #LARGEST_SIDE} points wide. Source: ASVS 5.0, 5.2.6, 14.2.8.
 */
final class Photograph {
    static final int LARGEST_SIDE = 4096;
    private static final long MOST_POINTS = 50_000_000;
    private static final float QUALITY = 0.9f;
    /** One picture takes up to 150 MB while it is drawn, so a node draws them one after another. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private Photograph() {}

    static byte[] jpeg(byte[] file) throws Refused {
        return anew(file, "jpeg", Orientation.of(file));
    }

    static byte[] png(byte[] file) throws Refused {
        return anew(file, "png", Orientation.UPRIGHT);
    }

    private static byte[] anew(byte[] file, String format, int orientation) throws Refused {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            return written(turned(read(file, format), orientation), format);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Refused("quiz.picture_broken");
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private static BufferedImage read(byte[] file, String format) throws IOException, Refused {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_POINTS) {
                throw new Refused("quiz.picture_too_large");
            }
            int step = (int) Math.ceilDiv(Math.max(width, height), LARGEST_SIDE);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean across = orientation > 4;
        BufferedImage upright =
                new BufferedImage(across ? height : width, across ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, Orientation.turn(orientation, width, height), null);
        pen.dispose();
        return upright;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** How the camera was held, as it wrote beside the picture. Source: Exif 2.32, tag 274. */
    static final class Orientation {
        static final int UPRIGHT = 1;
        private static final int TAG = 0x0112;
        private static final int EXIF = 0xE1;
        private static final int PICTURE_BEGINS = 0xDA;

        private Orientation() {}

        static int of(byte[] jpeg) {
            int at = 2;
            while (at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
                int marker = jpeg[at + 1] & 0xFF;
                int length = big(jpeg, at + 2);
                if (marker == EXIF && length > 14 && at + 2 + length <= jpeg.length && jpeg[at + 4] == 'E') {
                    return exif(jpeg, at + 10, at + 2 + length);
                }
                if (marker == PICTURE_BEGINS || length < 2) {
                    return UPRIGHT;
                }
                at += 2 + length;
            }
            return UPRIGHT;
        }

        private static int exif(byte[] jpeg, int tiff, int end) {
            boolean little = jpeg[tiff] == 'I';
            long list = tiff + number(jpeg, tiff + 4, 4, little, end);
            if (list + 2 > end) {
                return UPRIGHT;
            }
            int entries = (int) number(jpeg, (int) list, 2, little, end);
            for (int i = 0; i < entries && list + 2 + 12L * (i + 1) <= end; i++) {
                int entry = (int) list + 2 + 12 * i;
                if (number(jpeg, entry, 2, little, end) == TAG) {
                    int held = (int) number(jpeg, entry + 8, 2, little, end);
                    return held >= 1 && held <= 8 ? held : UPRIGHT;
                }
            }
            return UPRIGHT;
        }

        private static int big(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        }

        private static long number(byte[] bytes, int at, int length, boolean little, int end) {
            long number = 0;
            for (int i = 0; i < length && at + length <= end; i++) {
                number = number << 8 | bytes[at + (little ? length - 1 - i : i)] & 0xFF;
            }
            return number;
        }

        /** What brings a picture of this size upright. */
        static AffineTransform turn(int held, int width, int height) {
            return switch (held) {
                case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                default -> new AffineTransform();
            };
        }
    }
}
