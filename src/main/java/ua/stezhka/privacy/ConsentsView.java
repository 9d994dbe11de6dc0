package ua.stezhka.privacy;

import java.util.List;

/**
 * The page on which a person agrees and takes it back.
 *
 * @param minor     whether the person is under 18, so that only a guardian or the school is asked
 * @param guardians what guardians and school agreed to, in words
 * @param saved     whether something was just saved
 */
public record ConsentsView(List<Row> rows, boolean minor, List<Guardian> guardians, boolean saved) {
    /**
     * A purpose.
     *
     * @param key     of its texts
     * @param version of its texts
     * @param given   whether the person agrees to the present text
     * @param changed whether the person agreed to an older text
     * @param since   day of the last word, or empty
     */
    public record Row(
            String key, int version, String title, String text, boolean given, boolean changed, String since) {}

    /** Who agreed for a person under 18. */
    public record Guardian(boolean school, String name, String givenOn) {}
}
