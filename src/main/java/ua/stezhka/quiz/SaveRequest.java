package ua.stezhka.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.Answers;
import ua.stezhka.question.AttemptForm;
import ua.stezhka.question.Given;
import ua.stezhka.question.MalformedAnswer;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.ResponseState;

/**
 * One save of one answer.
 *
 * @param saveId       made by the client; sending the same again is harmless
 * @param baseRevision the revision that the client saw last, 0 for none
 * @param state        answered, cleared or unknown
 * @param answer       by type of the question, in tokens; null unless answered: {@code option}, {@code options}, {@code value},
 *                     {@code text}, {@code pairs}, {@code order}, {@code gaps}, {@code groups} (item to category), {@code regions}
 */
public record SaveRequest(
        @Schema(required = true) UUID saveId,
        @Schema(required = true, minimum = "0") int baseRevision,

        @Schema(
                required = true,
                enumeration = {"answered", "cleared", "unknown"})
        String state,

        @Schema(
                implementation = Object.class,
                examples = {
                    "{\"option\":\"2\"}",
                    "{\"groups\":{\"1\":\"2\"}}",
                    "{\"regions\":[\"3\"]}",
                    "{\"presses\":[{\"step\":\"1\",\"part\":\"3\"}]}"
                })
        @Nullable
        JsonNode answer) {

    /** Reads what a browser sent. @throws MalformedAnswer with the field that cannot be taken */
    static SaveRequest read(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new MalformedAnswer("answer");
        }
        UUID saveId = AttemptForm.uuid(json.path("saveId").textValue());
        if (saveId == null) {
            throw new MalformedAnswer("saveId");
        }
        JsonNode base = json.path("baseRevision");
        if (!base.isInt()) {
            throw new MalformedAnswer("baseRevision");
        }
        String state = json.path("state").asText("");
        ResponseState.of(state);
        return new SaveRequest(saveId, base.intValue(), state, json.get("answer"));
    }

    Given given(QuestionBody body) {
        return switch (ResponseState.of(state)) {
            case ANSWERED -> Given.of(Answers.read(body, answer));
            case CLEARED -> Given.CLEARED;
            case UNKNOWN -> Given.UNKNOWN;
        };
    }
}
