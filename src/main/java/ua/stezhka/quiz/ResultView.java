package ua.stezhka.quiz;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submitted attempt, kindly.
 *
 * @param language language of the course
 * @param waiting  how many answers people still have to mark; the score comes after that
 * @param days     in how many days that is usually done
 * @param earned   such as "9" or "6,5"
 * @param needed   what is needed to pass
 * @param good     names of competences that went well
 * @param repeat   lessons to take again, the most useful first
 * @param timedOut when the time was over; empty when the person submitted it
 * @param from     from when the next attempt is possible; empty for now
 * @param trial    an author tried the quiz out; it counts nowhere
 */
public record ResultView(
        UUID attempt,
        String course,
        String courseTitle,
        String language,
        int waiting,
        int days,
        boolean passed,
        String earned,
        int count,
        String needed,
        List<String> good,
        List<Lesson> repeat,
        List<Row> rows,
        String timedOut,
        String from,
        boolean trial) {

    /** A lesson to repeat. */
    public record Lesson(String address, String title, int minutes) {}

    /**
     * One question and how it went.
     *
     * @param tone        right, partly, look-again or unknown; empty when it was not answered
     * @param given       what was answered, in words
     * @param rightAnswer the right answer in words; empty when the given one is right
     * @param why         the explanation
     * @param work        what people marked or will mark, null for other questions
     */
    public record Row(
            int position,
            String prompt,
            String tone,
            List<String> given,
            List<String> rightAnswer,
            RawString why,
            @Nullable Lesson lesson,
            @Nullable MarkedView work) {}

    /** Whether there are answers that people mark. */
    public boolean works() {
        return rows.stream().anyMatch(row -> row.work != null);
    }

    /** The lesson to begin with, or null when everything went well. */
    public @Nullable Lesson firstToRepeat() {
        return repeat.isEmpty() ? null : repeat.getFirst();
    }
}
