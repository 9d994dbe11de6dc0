package ua.stezhka.desk;

import java.util.List;
import ua.stezhka.platform.PdfDrawing;
import ua.stezhka.platform.PdfDrawing.Curve;
import ua.stezhka.platform.PdfDrawing.Point;
import ua.stezhka.platform.PdfSheet;

/** What is drawn below the words of an access card: a footpath along the head, and the line to tear along. A6, in points. */
final class CardGround {
    static final PdfSheet.Paper PAPER = new PdfSheet.Paper(297.64, 419.53);

    /** How far below the upper edge the strip with the PIN begins. */
    static final double STRIP = 345;

    private static final double HEAD = 50;
    private static final int MINT = 0xE3F0EA;
    private static final int GREEN = 0x17594A;
    private static final int AMBER = 0xF2B23E;
    private static final int INK = 0x1C2A2A;
    private static final int SOFT = 0x51605E;
    private static final int WHITE = 0xFFFFFF;

    private CardGround() {}

    static byte[] draw(boolean strip) {
        PdfDrawing drawing = new PdfDrawing(PAPER.height());
        drawing.fill(WHITE).rectangle(0, 0, PAPER.width(), PAPER.height());
        drawing.fill(MINT).rectangle(0, 0, PAPER.width(), HEAD);
        Curve way = new Curve(new Point(150, 34), new Point(190, 4), new Point(220, 62), new Point(272, 20));
        drawing.dots(GREEN, 3, 7).from(way.start()).curve(way).stroke();
        for (double t : List.of(0.0, 0.33, 0.66)) {
            drawing.fill(WHITE).pen(GREEN, 2.2).circle(way.at(t), 4).areaWithEdge();
        }
        drawing.fill(AMBER).pen(INK, 1.8).circle(way.to(), 7).areaWithEdge();
        if (strip) {
            drawing.dots(SOFT, 1.4, 5)
                    .from(new Point(0, STRIP))
                    .line(new Point(PAPER.width(), STRIP))
                    .stroke();
        }
        return drawing.finish();
    }
}
