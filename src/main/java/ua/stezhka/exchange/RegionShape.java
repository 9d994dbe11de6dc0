package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * The shape of a region as an author writes it, and as the page draws it.
 *
 * @param outline path data of SVG, in the units of the picture
 * @param left    the box around it
 */
record RegionShape(String outline, BigDecimal left, BigDecimal top, BigDecimal right, BigDecimal bottom) {
    static final List<String> KINDS = List.of("rectangle", "circle", "polygon");

    /** The shape of a region that has one. */
    static RegionShape of(JsonNode region) {
        if (region.has("rectangle")) {
            return rectangle(numbers(region.path("rectangle")));
        }
        return region.has("circle") ? circle(numbers(region.path("circle"))) : polygon(region.path("polygon"));
    }

    private static RegionShape rectangle(List<BigDecimal> side) {
        BigDecimal x = side.get(0);
        BigDecimal y = side.get(1);
        BigDecimal right = x.add(side.get(2));
        BigDecimal bottom = y.add(side.get(3));
        String outline = "M" + point(x, y) + "H" + plain(right) + "V" + plain(bottom) + "H" + plain(x) + "Z";
        return new RegionShape(outline, x, y, right, bottom);
    }

    private static RegionShape circle(List<BigDecimal> circle) {
        BigDecimal x = circle.get(0);
        BigDecimal y = circle.get(1);
        BigDecimal r = circle.get(2);
        BigDecimal left = x.subtract(r);
        BigDecimal right = x.add(r);
        String half = "A" + point(r, r) + " 0 0 1 ";
        String outline = "M" + point(left, y) + half + point(right, y) + half + point(left, y) + "Z";
        return new RegionShape(outline, left, y.subtract(r), right, y.add(r));
    }

    private static RegionShape polygon(JsonNode corners) {
        List<BigDecimal> xs = new ArrayList<>();
        List<BigDecimal> ys = new ArrayList<>();
        StringJoiner outline = new StringJoiner("L", "M", "Z");
        for (JsonNode corner : corners) {
            List<BigDecimal> numbers = numbers(corner);
            xs.add(numbers.get(0));
            ys.add(numbers.get(1));
            outline.add(point(numbers.get(0), numbers.get(1)));
        }
        return new RegionShape(
                outline.toString(), Collections.min(xs), Collections.min(ys), Collections.max(xs), Collections.max(ys));
    }

    /** The smaller side of the box around it. */
    BigDecimal narrowest() {
        return right.subtract(left).min(bottom.subtract(top));
    }

    boolean within(List<BigDecimal> box) {
        return left.compareTo(box.get(0)) >= 0
                && top.compareTo(box.get(1)) >= 0
                && right.compareTo(box.get(0).add(box.get(2))) <= 0
                && bottom.compareTo(box.get(1).add(box.get(3))) <= 0;
    }

    /** Whether the boxes around the two have a part in common. */
    boolean meets(RegionShape other) {
        return left.compareTo(other.right) < 0
                && other.left.compareTo(right) < 0
                && top.compareTo(other.bottom) < 0
                && other.top.compareTo(bottom) < 0;
    }

    private static String point(BigDecimal x, BigDecimal y) {
        return plain(x) + ' ' + plain(y);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<BigDecimal> numbers(JsonNode list) {
        return list.valueStream().map(JsonNode::decimalValue).toList();
    }
}
