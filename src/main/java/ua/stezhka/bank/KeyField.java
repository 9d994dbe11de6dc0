package ua.stezhka.bank;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A field of a key.
 *
 * @param kind    one or many of the options, a line, or lines
 * @param value   what is typed; of options nothing
 * @param chosen  ids of the chosen options
 */
public record KeyField(
        String name, String kind, String label, String value, List<BankOption> options, Set<String> chosen) {
    static final String ONE = "one";
    static final String MANY = "many";
    static final String LINE = "line";
    static final String LINES = "lines";

    KeyField typed(Map<String, List<String>> form) {
        List<String> values = form.getOrDefault(name, List.of());
        return new KeyField(
                name, kind, label, values.isEmpty() ? "" : values.getFirst(), options, new LinkedHashSet<>(values));
    }

    public boolean isChosen(String option) {
        return chosen.contains(option);
    }

    /** How many lines the field shows. */
    public int rows() {
        return Math.clamp(value.lines().count() + 1, 3, 12);
    }
}
