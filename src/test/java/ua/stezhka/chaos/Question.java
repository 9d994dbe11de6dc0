package ua.stezhka.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A question of an open attempt, as the interface for programs tells it, and answers that fit it. */
final class Question {
    private final JsonNode json;
    private int revision;

    Question(JsonNode json) {
        this.json = json;
        this.revision = json.path("revision").asInt();
    }

    int position() {
        return json.path("position").asInt();
    }

    /** The revision that the taker knows of. */
    int revision() {
        return revision;
    }

    void isAt(int known) {
        revision = known;
    }

    /** Members of a save: some answer, «Не знаю» or nothing. */
    String answer(Random random) {
        int chance = random.nextInt(20);
        String answer = chance < 2 ? "" : given(random);
        return answer.isEmpty()
                ? "\"state\":\"" + (chance == 0 ? "cleared" : "unknown") + "\",\"answer\":null"
                : "\"state\":\"answered\",\"answer\":" + answer;
    }

    /** The empty text for a type that is not known here; then only «Не знаю» and nothing are said. */
    private String given(Random random) {
        return switch (json.path("type").asText()) {
            case "single-choice" -> "{\"option\":\"" + one("options", random) + "\"}";
            case "multiple-choice" -> "{\"options\":[\"" + one("options", random) + "\"]}";
            case "true-false" -> "{\"value\":" + random.nextBoolean() + "}";
            case "short-text" -> "{\"text\":\"слово " + random.nextInt(100) + "\"}";
            case "number" -> "{\"text\":\"" + random.nextInt(1000) + "\"}";
            case "matching" -> "{\"pairs\":{\"" + one("left", random) + "\":\"" + one("right", random) + "\"}}";
            case "ordering" -> "{\"order\":" + order(random) + "}";
            case "gaps" -> gaps(random);
            default -> "";
        };
    }

    private String gaps(Random random) {
        String choices = one("gap-1", random);
        return "{\"gaps\":{\"1\":\"" + (choices.isEmpty() ? "слово " + random.nextInt(100) : choices) + "\"}}";
    }

    private String order(Random random) {
        List<String> order = new ArrayList<>(tokens("items"));
        Collections.shuffle(order, random);
        return order.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private String one(String part, Random random) {
        List<String> tokens = tokens(part);
        return tokens.isEmpty() ? "" : tokens.get(random.nextInt(tokens.size()));
    }

    private List<String> tokens(String part) {
        List<String> tokens = new ArrayList<>();
        json.path("parts")
                .path(part)
                .forEach(each -> tokens.add(each.path("token").asText()));
        return tokens;
    }
}
