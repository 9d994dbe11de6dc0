package ua.stezhka.bank;

import java.util.List;
import java.util.UUID;
import ua.stezhka.platform.Faults;

/**
 * What a corrected key would do, and the form that does it.
 *
 * @param open   attempts that go on and are graded by the key they began with
 * @param same   attempts whose score stays
 * @param rows   those whose score changes, the first ones
 * @param more   how many further ones change
 * @param lowers whether the tick is set
 */
public record RegradingView(
        UUID versionId,
        UUID questionId,
        String prompt,
        String language,
        List<String> right,
        int raised,
        int lowered,
        int passed,
        int failed,
        int same,
        int open,
        List<Row> rows,
        int more,
        String reason,
        boolean lowers,
        Faults faults) {

    /**
     * One attempt.
     *
     * @param name   empty for a guest
     * @param before such as "6,5"
     * @param pass   new for one who would pass, lost for one who would not, else empty
     */
    public record Row(String name, String before, String after, int of, boolean lower, String pass) {}

    public boolean nothing() {
        return raised + lowered + same == 0;
    }
}
