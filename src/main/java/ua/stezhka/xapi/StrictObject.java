package ua.stezhka.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read property by property: what is there but nobody asked for, null, or of another type is refused.
 * Source: xAPI 1.0.3 part 2, 2.2.
 */
final class StrictObject {
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    StrictObject(String path, JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidStatement(path, "is not an object");
        }
        this.path = path;
        this.node = node;
    }

    String path(String property) {
        return path.isEmpty() ? property : path + '.' + property;
    }

    <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new InvalidStatement(path(property), "is missing");
        }
        return value;
    }

    @Nullable
    String text(String property) {
        JsonNode value = find(property, JsonNodeType.STRING);
        return value == null ? null : value.textValue();
    }

    @Nullable
    BigDecimal number(String property) {
        JsonNode value = find(property, JsonNodeType.NUMBER);
        return value == null ? null : value.decimalValue();
    }

    @Nullable
    Boolean flag(String property) {
        JsonNode value = find(property, JsonNodeType.BOOLEAN);
        return value == null ? null : value.booleanValue();
    }

    <T> @Nullable T object(String property, Function<StrictObject, T> read) {
        JsonNode value = find(property, JsonNodeType.OBJECT);
        if (value == null) {
            return null;
        }
        StrictObject object = new StrictObject(path(property), value);
        T result = read.apply(object);
        object.refuseTheRest();
        return result;
    }

    /** The objects of an array, or of the array of one that a single object stands for where the standard allows it. */
    <T> @Nullable List<T> objects(String property, boolean singleAllowed, Function<StrictObject, T> read) {
        JsonNode value = node.get(property);
        if (value == null) {
            return null;
        }
        if (singleAllowed && value.isObject()) {
            return List.of(required(property, object(property, read)));
        }
        find(property, JsonNodeType.ARRAY);
        List<T> list = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            StrictObject object = new StrictObject(path(property) + '[' + i + ']', value.get(i));
            list.add(read.apply(object));
            object.refuseTheRest();
        }
        return list;
    }

    List<String> texts(String property) {
        JsonNode value = find(property, JsonNodeType.ARRAY);
        if (value == null) {
            return List.of();
        }
        List<String> list = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isTextual()) {
                throw new InvalidStatement(path(property), "holds something that is not a text");
            }
            list.add(item.textValue());
        }
        return list;
    }

    /** Every property of a map, whatever its name. */
    void each(BiConsumer<String, JsonNode> take) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            asked.add(property.getKey());
            take.accept(property.getKey(), property.getValue());
        }
    }

    void refuseTheRest() {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!asked.contains(property.getKey())) {
                throw new InvalidStatement(path(property.getKey()), "is not a property that we know here");
            }
        }
    }

    private @Nullable JsonNode find(String property, JsonNodeType type) {
        asked.add(property);
        JsonNode value = node.get(property);
        if (value != null && value.getNodeType() != type) {
            throw new InvalidStatement(
                    path(property), "is not of type " + type.name().toLowerCase(java.util.Locale.ROOT));
        }
        return value;
    }
}
