package ua.stezhka.account;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import ua.stezhka.platform.Json;

/** Turns what the database driver gives into what JSON and tables can say. */
final class ReadableRow {
    private static final TypeReference<Object> ANYTHING = new TypeReference<>() {};

    private ReadableRow() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> readable.put(column, value(value)));
        return readable;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean yes -> yes;
            case Timestamp time -> time.toInstant().toString();
            case PGobject document when document.getValue() == null -> null;
            case PGobject document -> Json.read(String.valueOf(document.getValue()), ANYTHING);
            case Array list -> list(list);
            default -> value.toString();
        };
    }

    private static Object list(Array list) {
        try {
            return Arrays.stream((Object[]) list.getArray())
                    .map(ReadableRow::value)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
