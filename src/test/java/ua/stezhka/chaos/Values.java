package ua.stezhka.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Answers in words that can be compared, whether they were sent or are stored. */
final class Values {
    private Values() {}

    static String of(JsonNode save) {
        return save.path("state").asText() + Reply.canonical(save.get("answer"));
    }

    static String of(String state, @Nullable String answer) {
        return state + (answer == null ? "" : Reply.canonical(Reply.parse(answer)));
    }
}
