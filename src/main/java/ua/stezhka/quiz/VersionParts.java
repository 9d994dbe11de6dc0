package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import ua.stezhka.platform.Json;

/** Takes a document apart into what it says and where; works for every question type, also for one that is made tomorrow. */
final class VersionParts {
    private final List<BankedVersion.Part> parts = new ArrayList<>();

    private VersionParts() {}

    /** The parts of a JSON document, in its order; things with an id stand under it and not under their place. */
    static List<BankedVersion.Part> of(String json) {
        VersionParts walk = new VersionParts();
        walk.into(Json.read(json, JsonNode.class), List.of());
        return walk.parts;
    }

    private void into(JsonNode node, List<String> path) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(entry ->
                            !entry.getKey().equals("id") && !entry.getKey().equals("type"))
                    .forEach(entry -> into(entry.getValue(), with(path, entry.getKey())));
        } else if (node.isArray()) {
            int place = 0;
            for (JsonNode entry : node) {
                place++;
                into(entry, with(path, entry.path("id").asText(Integer.toString(place))));
            }
        } else if (!node.isNull()) {
            parts.add(new BankedVersion.Part(path, node.asText()));
        }
    }

    private static List<String> with(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }
}
