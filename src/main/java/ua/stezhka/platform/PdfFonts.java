package ua.stezhka.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The faces of printed pages, parsed once: Commissioner as on the pages, or Liberation Sans where the build has no Commissioner.
 * A set serves one document at a time, because a parsed font reads from a position of its own.
 */
final class PdfFonts {
    /**
     * A face of the family.
     *
     * @param weight 400 to 700
     */
    record Face(int weight, TrueTypeFont font) {}

    private static final String COMMISSIONER = "/fonts/Commissioner_";
    private static final String LIBERATION = "/liberation/LiberationSans-";

    private final List<Face> faces;
    private final List<Face> reserve;

    private PdfFonts(List<Face> faces, List<Face> reserve) {
        this.faces = faces;
        this.reserve = reserve;
    }

    static PdfFonts load() {
        List<Face> reserve = List.of(face(400, LIBERATION + "Regular.ttf"), face(700, LIBERATION + "Bold.ttf"));
        if (PdfFonts.class.getResource(COMMISSIONER + "400Regular.ttf") == null) {
            return new PdfFonts(reserve, List.of());
        }
        List<Face> faces = List.of(
                face(400, COMMISSIONER + "400Regular.ttf"),
                face(600, COMMISSIONER + "600SemiBold.ttf"),
                face(700, COMMISSIONER + "700Bold.ttf"));
        return new PdfFonts(faces, reserve);
    }

    List<Face> faces() {
        return faces;
    }

    /** Faces for characters that the first ones lack, such as Greek letters in a name; empty when these are the only ones. */
    List<Face> reserve() {
        return reserve;
    }

    /** True when the family has each character of the text. */
    boolean cover(String text) {
        CmapLookup glyphs = glyphs(faces.getFirst().font());
        return text.codePoints().filter(c -> !Character.isISOControl(c)).allMatch(c -> glyphs.getGlyphId(c) != 0);
    }

    /** Width of a text in the boldest face at a size of one point. */
    double boldWidth(String text) {
        TrueTypeFont font = faces.getLast().font();
        CmapLookup glyphs = glyphs(font);
        try {
            double units = 0;
            for (int c : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(glyphs.getGlyphId(c));
            }
            return units / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face face(int weight, String resource) {
        try (@Nullable InputStream in = PdfFonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no font " + resource);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // Ligatures would be copied and read aloud as one strange character: "certiﬁcate".
            font.setEnableGsub(false);
            return new Face(weight, font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
