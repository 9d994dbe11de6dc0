package ua.stezhka.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places that lie over a picture; each belongs to the option with its token.
 *
 * @param viewBox the box of the picture
 * @param choose  how many are asked for
 */
public record PictureSpots(String viewBox, int choose, List<Spot> spots) {
    /** Width of a picture on a phone: one pixel there is one unit of a number. */
    private static final BigDecimal WIDTH_ON_A_PHONE = BigDecimal.valueOf(320);

    /** One place: its outline as path data of SVG, and the transformation that puts its number there. */
    public record Spot(String token, String outline, String number, boolean chosen) {}

    static PictureSpots of(QuestionBody.Hotspot body, Arrangement shown, @Nullable Answer answer) {
        List<String> chosen = pointed(answer);
        List<Spot> spots = body.regions().stream()
                .map(region -> {
                    String token = shown.token(Arrangement.OPTIONS, region.id());
                    return new Spot(token, region.outline(), number(region, body.viewBox()), chosen.contains(token));
                })
                .toList();
        return new PictureSpots(body.viewBox(), body.choose(), spots);
    }

    /** The tokens of the places that were pointed at. */
    static List<String> pointed(@Nullable Answer answer) {
        return answer instanceof Answer.Hotspot a ? List.copyOf(a.regions()) : List.of();
    }

    /** Numbers are as large on a wide drawing as on a narrow one. */
    private static String number(QuestionBody.Region region, String viewBox) {
        BigDecimal width = new BigDecimal(viewBox.strip().split("[ ,]+")[2]);
        return "translate(%s %s) scale(%s)"
                .formatted(
                        region.left().toPlainString(),
                        region.top().toPlainString(),
                        width.divide(WIDTH_ON_A_PHONE, 2, RoundingMode.HALF_UP).toPlainString());
    }

    /** The outline of the place with this token. */
    public String outline(String token) {
        return spots.stream()
                .filter(spot -> spot.token.equals(token))
                .findFirst()
                .orElseThrow()
                .outline();
    }
}
