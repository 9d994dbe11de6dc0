package ua.stezhka.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What communities add to the standard's nouns.
 *
 * @param values IRI → any JSON value
 */
public record Extensions(Map<String, JsonNode> values) {
    static final Extensions NONE = new Extensions(Map.of());

    public Extensions {
        values.keySet().forEach(key -> Rules.iri("extension", key));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** These and one more whole number. */
    Extensions and(String iri, int value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(values);
        more.put(iri, IntNode.valueOf(value));
        return new Extensions(more);
    }
}
