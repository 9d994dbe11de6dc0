package ua.stezhka.quiz;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What is said after an answer. As secret as the key while an attempt is open.
 *
 * @param why   the explanation, sanitised HTML
 * @param notes option id → why this option is not the right one, sanitised HTML
 * @param hint  a nudge before the explanation, sanitised HTML; for practice only
 */
public record Explanation(
        LocalText why,
        Map<String, LocalText> notes,
        @Nullable LocalText hint) {}
