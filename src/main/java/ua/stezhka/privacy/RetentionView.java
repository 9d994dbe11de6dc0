package ua.stezhka.privacy;

import java.util.List;

/** What does not stay for ever: each rule, its period, and what it did. */
public record RetentionView(List<Row> rows) {
    /**
     * A rule.
     *
     * @param what     what it lets go, in words
     * @param period   in words: days or hours
     * @param ranAt    when it ran last, or empty
     * @param affected how many people or rows it let go in thirty days
     */
    public record Row(String what, String period, String ranAt, int affected) {}
}
