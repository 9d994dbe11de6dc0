package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Picture;

/** What a question about places on a picture needs: one shape a place, on the picture, apart from the others, large enough for a finger. */
final class RegionRules {
    /** On a phone of 360 pixels a picture is 328 wide; a little is kept back for narrower ones. */
    private static final int WIDTH_ON_A_PHONE = 320;

    private static final int SMALLEST_TARGET = 48;

    private final BankQuestion question;
    private final InFile findings;
    private final Map<String, RegionShape> shapes = new LinkedHashMap<>();

    private RegionRules(BankQuestion question, InFile findings) {
        this.question = question;
        this.findings = findings;
    }

    /** @param picture null when the course has none of this name, which is told elsewhere */
    static void check(BankQuestion question, @Nullable Picture picture, InFile findings) {
        if (question.type().equals("hotspot")) {
            RegionRules rules = new RegionRules(question, findings);
            rules.choose();
            rules.shapes();
            rules.apart();
            if (picture != null) {
                rules.shapes.forEach((where, shape) -> rules.place(where, shape, box(picture)));
            }
        }
    }

    private void choose() {
        JsonNode regions = question.node().path("regions");
        long right = regions.valueStream().filter(region -> region.has("right")).count();
        int choose = question.node().path("choose").asInt(1);
        if (right != choose) {
            findings.error(
                    question.line("/regions"),
                    right + " regions of " + question.id() + " are right, and people are asked for " + choose,
                    "mark as many with right: true, or write choose: " + Math.max(1, right));
        }
        if (right >= regions.size()) {
            findings.error(
                    question.line("/regions"),
                    "no region of " + question.id() + " is not right",
                    "add one that people could take for it");
        }
    }

    private void shapes() {
        int place = 0;
        for (JsonNode region : question.node().path("regions")) {
            String where = "/regions/" + place++;
            if (RegionShape.KINDS.stream().filter(region::has).count() == 1) {
                shapes.put(where, RegionShape.of(region));
            } else {
                findings.error(
                        question.line(where),
                        "the region " + region.path("id").asText() + " has not one shape",
                        "give it one of " + RegionShape.KINDS);
            }
        }
    }

    private void apart() {
        shapes.forEach((where, shape) -> shapes.entrySet().stream()
                .takeWhile(other -> !other.getKey().equals(where))
                .filter(other -> other.getValue().meets(shape))
                .forEach(other -> findings.warning(
                        question.line(where),
                        "the region lies over the one of line " + question.line(other.getKey()),
                        "leave room between them, so that a finger meets one")));
    }

    private void place(String where, RegionShape shape, List<BigDecimal> box) {
        if (!shape.within(box)) {
            findings.error(
                    question.line(where),
                    "the region is not on the picture",
                    "the picture has the viewBox " + box + ": correct the numbers");
        }
        BigDecimal pixels = shape.narrowest()
                .multiply(BigDecimal.valueOf(WIDTH_ON_A_PHONE))
                .divide(box.get(2), 0, RoundingMode.DOWN);
        if (pixels.intValue() < SMALLEST_TARGET) {
            findings.warning(
                    question.line(where),
                    "the region is " + pixels + " pixels small on a phone",
                    "make it at least " + SMALLEST_TARGET + " pixels high and wide");
        }
    }

    private static List<BigDecimal> box(Picture picture) {
        return Stream.of(picture.viewBox().strip().split("[ ,]+"))
                .map(BigDecimal::new)
                .toList();
    }
}
