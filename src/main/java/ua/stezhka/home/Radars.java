package ua.stezhka.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ua.stezhka.home.MyView.AreaRow;
import ua.stezhka.home.MyView.Radar;
import ua.stezhka.home.MyView.Radar.Dot;

/** Draws how far a person is in each area: the further out, the more of the area's lessons are done. */
final class Radars {
    private static final double MIDDLE_X = 150;
    private static final double MIDDLE_Y = 140;
    private static final double RADIUS = 104;
    private static final double SMALLEST = 4;
    private static final int RINGS = 4;

    private Radars() {}

    static Radar draw(List<AreaRow> areas) {
        int corners = areas.size();
        List<String> rings = new ArrayList<>();
        for (int ring = 1; ring <= RINGS; ring++) {
            List<String> points = new ArrayList<>();
            for (int corner = 0; corner < corners; corner++) {
                Dot dot = dot(corner, corners, RADIUS * ring / RINGS, 0);
                points.add(dot.x() + ',' + dot.y());
            }
            rings.add(String.join(" ", points));
        }
        List<Dot> dots = new ArrayList<>();
        List<Dot> ends = new ArrayList<>();
        List<Dot> numbers = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            AreaRow area = areas.get(corner);
            double share = area.lessons() == 0 ? 0 : (double) area.done() / area.lessons();
            dots.add(dot(corner, corners, SMALLEST + (RADIUS - SMALLEST) * share, 0));
            ends.add(dot(corner, corners, RADIUS, 0));
            numbers.add(dot(corner, corners, RADIUS + 20, 7));
        }
        String shape = String.join(
                " ", dots.stream().map(dot -> dot.x() + ',' + dot.y()).toList());
        return new Radar(rings, shape, dots, ends, numbers);
    }

    private static Dot dot(int corner, int corners, double distance, double lower) {
        double angle = 2 * Math.PI * corner / corners - Math.PI / 2;
        return new Dot(
                number(MIDDLE_X + distance * Math.cos(angle)),
                number(MIDDLE_Y + distance * Math.sin(angle) + lower),
                corner + 1);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
