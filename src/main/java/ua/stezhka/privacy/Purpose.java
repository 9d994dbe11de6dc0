package ua.stezhka.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What we ask people to agree to. Nothing here is needed to learn; what is needed is told on the page of privacy. A text that
 * changes its meaning is a new version under a new key, and everybody is asked again.
 */
public enum Purpose {
    /** Letters with news: new courses, events nearby. */
    LETTERS(1),
    /** Answers and results, without names, for research into how people learn. */
    RESEARCH(1);

    private final int version;

    Purpose(int version) {
        this.version = version;
    }

    /** The version of the text that is asked now. */
    public int version() {
        return version;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Purpose> find(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key().equals(key))
                .findFirst();
    }
}
