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
     * @param ownWords whether these are words that the person wrote for those who mark them
     */
    public record Line(String at, String what, int position, List<String> answer, boolean ownWords) {}

    /** The same log for somebody who need not read what people write in their own words. */
    public LogView without(String saidInstead) {
        return new LogView(
                attempt,
                course,
                courseTitle,
                language,
                open,
                lines.stream()
                        .map(line -> line.ownWords
                                ? new Line(line.at, line.what, line.position, List.of(saidInstead), true)
                                : line)
                        .toList());
    }
}
