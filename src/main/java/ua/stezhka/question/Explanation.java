package ua.stezhka.question;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What is said after an answer. As secret as the key while an attempt is open.
 *
 * @param why   the explanation, sanitised HTML
 * @param notes option id → why this option is not the right one, sanitised HTML; of a rehearsal what is said at each press
 * @param hint  a nudge before the explanation, sanitised HTML; for practice only
 */
public record Explanation(
        LocalText why,
        Map<String, LocalText> notes,
        @Nullable LocalText hint) {
    /** The name of the note that is said after a step of a rehearsal. */
    public static String afterStep(String step) {
        return "after." + step;
    }

    /** The name of the note with which a part of a screen explains that it is not the one to press. */
    public static String ofPart(String screen, String part) {
        return "part." + screen + '.' + part;
    }
}
