package ua.stezhka.platform;

import java.util.Map;
import java.util.TreeMap;

/**
 * A letter is about to be sent: an event for the module that wrote it. Here it adds what must not lie in a table, such as the secret
 * of a link, or says that nobody needs the letter any more. What it writes is committed before the letter leaves.
 */
public final class LetterDue {
    private final Letter letter;
    private final Map<String, String> values;
    private boolean needed = true;

    LetterDue(Letter letter) {
        this.letter = letter;
        this.values = new TreeMap<>(letter.values());
    }

    public Letter letter() {
        return letter;
    }

    /** Gives the templates a value that only this letter will ever hold. */
    public void add(String name, String value) {
        values.put(name, value);
    }

    /** Nobody needs this letter: it is not sent. */
    public void drop() {
        needed = false;
    }

    boolean needed() {
        return needed;
    }

    Map<String, String> values() {
        return values;
    }
}
