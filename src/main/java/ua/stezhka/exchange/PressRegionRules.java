package ua.stezhka.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import ua.stezhka.exchange.Findings.InFile;
import ua.stezhka.platform.Picture;

/**
 * The places to press on a picture of a rehearsal: inside of it, and large enough for a finger.
 *
 * @param place where the part stands in the question, as a JSON Pointer
 */
record PressRegionRules(BankQuestion question, String place) {
    /** On a phone the picture is 300 pixels wide and a target 48. */
    private static final int SMALLEST_SHARE = 6;

    /** Each part of a rehearsal that is a picture. */
    static List<PressRegionRules> of(BankQuestion question) {
        List<PressRegionRules> drawn = new ArrayList<>();
        JsonNode screens = question.node().path("screens");
        for (int i = 0; i < screens.size(); i++) {
            for (int j = 0; j < screens.get(i).path("parts").size(); j++) {
                PressRegionRules part = new PressRegionRules(question, "/screens/" + i + "/parts/" + j);
                if (part.node().has("picture")) {
                    drawn.add(part);
                }
            }
        }
        return drawn;
    }

    private JsonNode node() {
        return question.node().at(place);
    }

    String picture() {
        return node().path("picture").asText();
    }

    void check(Picture picture, InFile findings) {
        String[] box = picture.viewBox().trim().split("[\\s,]+");
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        JsonNode regions = node().path("regions");
        for (int i = 0; i < regions.size(); i++) {
            int line = question.line(place + "/regions/" + i + "/at");
            JsonNode at = regions.get(i).path("at");
            int wide = at.path(2).asInt();
            int high = at.path(3).asInt();
            if (at.path(0).asInt() + wide > width || at.path(1).asInt() + high > height) {
                findings.error(line, "the region leaves its picture", "the picture is " + box[2] + " by " + box[3]);
            }
            if (Math.min(wide, high) * SMALLEST_SHARE < width) {
                findings.error(
                        line,
                        "the region is too small for a finger",
                        "make it at least " + (int) Math.ceil(width / SMALLEST_SHARE) + " wide and high");
            }
        }
    }
}
