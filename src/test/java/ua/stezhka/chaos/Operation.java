package ua.stezhka.chaos;

import java.time.Duration;
import java.util.UUID;

/**
 * What a taker wanted once, and what it was told in the end, however often it had to ask.
 *
 * @param taker    who
 * @param attempt  at which attempt; {@link #NOWHERE} for a start that was never answered
 * @param position of a save
 * @param saveId   of a save; {@link #NOWHERE} otherwise
 * @param base     of a save: the revision it was made on
 * @param value    of a save: state and answer; of a submission: the score that was told
 * @param outcome  what the taker knows
 * @param revision of an acknowledged save
 * @param tries    how often it was sent
 * @param took     from the first sending to the answer that ended it
 */
record Operation(
        int taker,
        Kind kind,
        UUID attempt,
        int position,
        UUID saveId,
        int base,
        String value,
        Outcome outcome,
        int revision,
        int tries,
        Duration took) {
    static final UUID NOWHERE = new UUID(0, 0);

    enum Kind {
        START,
        SAVE,
        SUBMIT,
        LESSON,
        SIGN_IN
    }

    enum Outcome {
        /** The product said that it is done. */
        ACKNOWLEDGED,
        /** The product said that a newer answer is stored. */
        STALE,
        /** The product said that it will not be done. */
        REFUSED,
        /** No answer came: it may be done or not, or even be done later. */
        UNKNOWN
    }

    boolean acknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }
}
