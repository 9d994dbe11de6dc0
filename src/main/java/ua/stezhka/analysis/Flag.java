package ua.stezhka.analysis;

import java.util.Locale;

/** Why somebody should look at a question; none of them proves that it is bad. */
public enum Flag {
    /** Too few answers to judge; stands alone. */
    TOO_FEW,
    /** Who does well elsewhere does worse here. */
    NEGATIVE,
    TOO_EASY,
    TOO_HARD,
    /** An option that hardly anybody takes, even of those who err. */
    UNUSED_OPTION,
    /** A wrong option whose choosers do better elsewhere than those of the right one. */
    MISLEADING_OPTION,
    /** Lately easier and faster than before, as if the answer were known. */
    LEAKED,
    /** Easier or harder from month to month. */
    DRIFTING;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
