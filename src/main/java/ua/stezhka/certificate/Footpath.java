package ua.stezhka.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ua.stezhka.platform.PdfDrawing;
import ua.stezhka.platform.PdfDrawing.Curve;
import ua.stezhka.platform.PdfDrawing.Point;

/**
 * The ornament of a certificate: a footpath through hills with one stop for each lesson, the amber one at its end, and the dotted
 * way that goes on from there.
 */
final class Footpath {
    static final double PAGE_WIDTH = 841.89;
    static final double PAGE_HEIGHT = 595.28;
    static final double PANEL_LEFT = 640;
    static final int MOST_STOPS = 12;

    private static final int PAPER = 0xFBF7EF;
    private static final int INK = 0x1C2A2A;
    private static final int GREEN = 0x17594A;
    private static final int AMBER = 0xF2B23E;
    private static final int WHITE = 0xFFFFFF;
    private static final int MINT = 0xE3F0EA;
    private static final int FAR_HILL = 0xD3E7DD;
    private static final int MIDDLE_HILL = 0xC3DDD0;
    private static final int LEAVES = 0x9CC5B1;
    private static final int NEAR_HILL = 0xB2D2C3;

    private static final List<Point> WALKED = List.of(
            new Point(668, 660),
            new Point(690, 575),
            new Point(764, 520),
            new Point(782, 452),
            new Point(724, 402),
            new Point(698, 344),
            new Point(752, 292),
            new Point(786, 232),
            new Point(748, 176),
            new Point(742, 108));
    private static final List<Point> AHEAD = List.of(new Point(776, 56), new Point(790, -20), new Point(790, -60));
    private static final int SAMPLES = 40;

    private static final Map<Integer, byte[]> DRAWN = new ConcurrentHashMap<>();

    private Footpath() {}

    /**
     * The ground of a certificate as a content stream: paper, logo and footpath.
     *
     * @param lessons of the course; the path shows at most {@value #MOST_STOPS} stops
     */
    static byte[] ground(int lessons) {
        return DRAWN.computeIfAbsent(Math.clamp(lessons, 1, MOST_STOPS), Footpath::draw);
    }

    private static byte[] draw(int stops) {
        PdfDrawing drawing = new PdfDrawing(PAGE_HEIGHT);
        drawing.fill(PAPER).rectangle(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
        drawing.fill(MINT).rectangle(PANEL_LEFT, 0, PAGE_WIDTH - PANEL_LEFT, PAGE_HEIGHT);
        hill(drawing, FAR_HILL, 268, 214, 238, 190);
        hill(drawing, MIDDLE_HILL, 352, 388, 330, 372);
        hill(drawing, NEAR_HILL, 520, 476, 500, 462);
        landscape(drawing);
        List<Point> points = new ArrayList<>(WALKED);
        points.addAll(AHEAD);
        List<Curve> whole = smooth(points);
        List<Curve> walked = whole.subList(0, WALKED.size() - 1);
        List<Curve> ahead = whole.subList(WALKED.size() - 1, whole.size());
        trace(drawing.pen(WHITE, 25), whole);
        trace(drawing.pen(GREEN, 4.5), walked);
        trace(drawing.dots(GREEN, 4.5, 11.5), ahead);
        for (Point stop : stops(walked, stops)) {
            done(drawing, stop);
        }
        drawing.fill(AMBER).pen(INK, 3.2).circle(WALKED.getLast(), 18).areaWithEdge();
        tick(drawing.pen(INK, 3.2), WALKED.getLast(), 2);
        logo(drawing, new Point(54, 60));
        return drawing.finish();
    }

    private static void hill(PdfDrawing drawing, int colour, double left, double crest, double dip, double right) {
        double middle = (PANEL_LEFT + PAGE_WIDTH) / 2;
        Point start = new Point(PANEL_LEFT, left);
        Point end = new Point(PAGE_WIDTH, right);
        drawing.fill(colour)
                .from(new Point(PANEL_LEFT, PAGE_HEIGHT))
                .line(start)
                .curve(new Curve(start, new Point(middle - 40, crest), new Point(middle + 30, dip), end))
                .line(new Point(PAGE_WIDTH, PAGE_HEIGHT))
                .area();
    }

    private static void landscape(PdfDrawing drawing) {
        poplar(drawing, new Point(664, 268), 40);
        poplar(drawing, new Point(679, 270), 52);
        poplar(drawing, new Point(812, 368), 60);
        poplar(drawing, new Point(828, 366), 44);
        poplar(drawing, new Point(662, 508), 66);
        poplar(drawing, new Point(681, 506), 48);
        house(drawing, new Point(790, 566));
    }

    private static void poplar(PdfDrawing drawing, Point foot, double height) {
        double half = height / 7;
        Point low = foot.plus(0, -height * 0.14);
        Point top = foot.plus(0, -height);
        drawing.pen(GREEN, 1.6).from(foot).line(foot.plus(0, -height * 0.6)).stroke();
        drawing.fill(LEAVES)
                .from(low)
                .curve(new Curve(low, low.plus(-half * 1.6, -height * 0.12), top.plus(-half * 0.9, height * 0.3), top))
                .curve(new Curve(top, top.plus(half * 0.9, height * 0.3), low.plus(half * 1.6, -height * 0.12), low))
                .areaWithEdge();
        drawing.pen(GREEN, 1).from(foot).line(foot.plus(0, -height * 0.5)).stroke();
    }

    private static void house(PdfDrawing drawing, Point corner) {
        drawing.pen(GREEN, 1.8).fill(WHITE);
        outline(drawing, corner, new double[][] {{0, 0}, {36, 0}, {36, -20}, {0, -20}});
        drawing.fill(LEAVES);
        outline(drawing, corner, new double[][] {{-5, -19}, {41, -19}, {31, -36}, {5, -36}});
        drawing.pen(GREEN, 1.2).fill(MINT);
        outline(drawing, corner, new double[][] {{6, -7}, {14, -7}, {14, -14}, {6, -14}});
        outline(drawing, corner, new double[][] {{22, 0}, {30, 0}, {30, -14}, {22, -14}});
    }

    private static void outline(PdfDrawing drawing, Point corner, double[][] offsets) {
        drawing.from(corner.plus(offsets[0][0], offsets[0][1]));
        for (double[] offset : offsets) {
            drawing.line(corner.plus(offset[0], offset[1]));
        }
        drawing.areaWithEdge();
    }

    private static void trace(PdfDrawing drawing, List<Curve> curves) {
        drawing.from(curves.getFirst().start());
        curves.forEach(drawing::curve);
        drawing.stroke();
    }

    private static void done(PdfDrawing drawing, Point at) {
        drawing.fill(GREEN).pen(WHITE, 2).circle(at, 9).areaWithEdge();
        tick(drawing.pen(WHITE, 2), at, 1);
    }

    private static void tick(PdfDrawing drawing, Point at, double scale) {
        drawing.from(at.plus(-3.6 * scale, 0.3 * scale))
                .line(at.plus(-1 * scale, 3 * scale))
                .line(at.plus(3.8 * scale, -2.8 * scale))
                .stroke();
    }

    private static void logo(PdfDrawing drawing, Point from) {
        double[][] steps = {{0, 0}, {5.5, -1.6}, {10.2, -5}, {13.4, -9.8}, {17.6, -13.6}};
        drawing.fill(GREEN);
        for (double[] step : steps) {
            drawing.circle(from.plus(step[0], step[1]), 2).area();
        }
        drawing.fill(AMBER).circle(from.plus(19.6, -20.6), 4).area();
    }

    /** A curve through all points, its direction in each of them that from the point before to the point after. */
    private static List<Curve> smooth(List<Point> points) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < points.size() - 1; i++) {
            Point before = points.get(Math.max(i - 1, 0));
            Point start = points.get(i);
            Point end = points.get(i + 1);
            Point after = points.get(Math.min(i + 2, points.size() - 1));
            Point leave = start.plus((end.x() - before.x()) / 6, (end.y() - before.y()) / 6);
            Point arrive = end.plus((start.x() - after.x()) / 6, (start.y() - after.y()) / 6);
            curves.add(new Curve(start, leave, arrive, end));
        }
        return curves;
    }

    /** Points at equal distances along the visible part of the way, the last one a step before its end. */
    private static List<Point> stops(List<Curve> way, int number) {
        List<Point> fine = new ArrayList<>();
        for (Curve curve : way.subList(1, way.size())) {
            for (int i = 0; i < SAMPLES; i++) {
                fine.add(curve.at((double) i / SAMPLES));
            }
        }
        double length = 0;
        double[] reached = new double[fine.size()];
        for (int i = 1; i < fine.size(); i++) {
            Point a = fine.get(i - 1);
            Point b = fine.get(i);
            length += Math.hypot(b.x() - a.x(), b.y() - a.y());
            reached[i] = length;
        }
        List<Point> stops = new ArrayList<>();
        for (int i = 0, place = 0; i < number; i++) {
            double wanted = length * (i + 0.5) / (number + 0.5);
            while (reached[place] < wanted) {
                place++;
            }
            stops.add(fine.get(place));
        }
        return stops;
    }
}
