package ua.stezhka.quiz;

import org.jspecify.annotations.Nullable;

/**
 * What a person gives or gave to a question.
 *
 * @param answer in tokens; there exactly when the state is {@link ResponseState#ANSWERED}
 */
record Given(ResponseState state, @Nullable Answer answer) {
    static final Given CLEARED = new Given(ResponseState.CLEARED, null);
    static final Given UNKNOWN = new Given(ResponseState.UNKNOWN, null);

    /** This answer; one that says nothing is a cleared one. */
    static Given of(Answer answer) {
        return answer.blank() ? CLEARED : new Given(ResponseState.ANSWERED, answer);
    }

    /** Whether saving this over {@code stored} (null: never answered) would change nothing. */
    boolean changesNothingIn(@Nullable Given stored) {
        return stored == null ? state == ResponseState.CLEARED : equals(stored);
    }
}
