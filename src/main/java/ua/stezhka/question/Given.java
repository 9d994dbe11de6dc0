package ua.stezhka.question;

import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;

/**
 * What a person gives or gave to a question.
 *
 * @param answer in tokens; there exactly when the state is {@link ResponseState#ANSWERED}
 */
public record Given(ResponseState state, @Nullable Answer answer) {
    public static final Given CLEARED = new Given(ResponseState.CLEARED, null);
    public static final Given UNKNOWN = new Given(ResponseState.UNKNOWN, null);

    /** This answer; one that says nothing is a cleared one. */
    public static Given of(Answer answer) {
        return answer.blank() ? CLEARED : new Given(ResponseState.ANSWERED, answer);
    }

    /** The answer as JSON, null when there is none. */
    @Nullable
    public String json() {
        return answer == null ? null : Json.write(answer);
    }

    /** Whether saving this over {@code stored} (null: never answered) would change nothing. */
    public boolean changesNothingIn(@Nullable Given stored) {
        return stored == null ? state == ResponseState.CLEARED : equals(stored);
    }
}
