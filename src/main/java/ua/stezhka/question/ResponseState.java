package ua.stezhka.question;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person left at a question; a question without any response was never answered. */
public enum ResponseState {
    ANSWERED,
    /** The answer was taken back. */
    CLEARED,
    /** «Не знаю». */
    UNKNOWN;

    /** The word in the database, in JSON and in pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ResponseState of(@Nullable String word) {
        for (ResponseState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new MalformedAnswer("state");
    }
}
