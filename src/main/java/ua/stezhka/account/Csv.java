package ua.stezhka.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;

/**
 * Tables for spreadsheets. What a spreadsheet would take for a formula is led by an apostrophe, so that it stays a text. The semicolon
 * parts the cells, because spreadsheets in Ukrainian expect it. Source: ASVS 5.0, 1.2.10.
 */
final class Csv {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** @param rows at least one; all have the columns of the first */
    static String of(List<Map<String, @Nullable Object>> rows) {
        String head = rows.getFirst().keySet().stream().map(Csv::quoted).collect(Collectors.joining(";"));
        return rows.stream()
                .map(row -> row.values().stream().map(Csv::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", head + "\r\n", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case String text -> quoted(text);
            default -> quoted(Json.write(value));
        };
    }

    static String quoted(String text) {
        String stripped = text.strip();
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
