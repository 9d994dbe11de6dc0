package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.ResponseState;

/** What became of a save. */
sealed interface SaveOutcome {
    /** The answer is stored; told only after the database has committed it. */
    record Saved(int revision, Instant savedAt, @Nullable Instant deadline) implements SaveOutcome {}

    /** The time was over: the answer is kept in the log and does not count. */
    record Late(Instant deadline) implements SaveOutcome {}

    /** Another window or device saved a newer answer; nothing was changed. */
    record Stale(
            int revision, ResponseState state, @Nullable JsonNode answer) implements SaveOutcome {
        /** Whether the stored answer is this one: then nothing is in conflict. */
        boolean says(Given given) {
            String json = given.json();
            return state == given.state()
                    && (json == null
                            ? answer == null
                            : Json.read(json, JsonNode.class).equals(answer));
        }

        /** Whether the presses of a rehearsal are among those that are stored, from the first on. */
        boolean holds(Answer.Rehearsal given) {
            JsonNode presses = answer == null ? null : answer.get("presses");
            if (presses == null || presses.size() < given.presses().size()) {
                return false;
            }
            JsonNode mine = Json.read(Json.write(given.presses()), JsonNode.class);
            return IntStream.range(0, mine.size()).allMatch(i -> mine.get(i).equals(presses.get(i)));
        }
    }
}
