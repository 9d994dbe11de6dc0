package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;

/** Everything that was noted of an attempt, in the order in which it happened. */
public record LogView(
        UUID attempt, String course, String courseTitle, String language, boolean open, List<Line> lines) {

    /**
     * One line.
     *
     * @param at       date and time to the millisecond
     * @param what     what happened, in words
     * @param position the question, 0 when it is about the whole attempt
     * @param answer   what was answered, in words
     */
    public record Line(String at, String what, int position, List<String> answer) {}
}
