package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All questions of an open attempt before it is submitted.
 *
 * @param person   a name of the person for this device’s queue
 * @param end      when the attempt ends; null when there is no limit
 * @param answered how many have an answer, «Не знаю» included
 */
public record ReviewView(
        UUID attempt,
        String person,
        String course,
        String courseTitle,
        String language,
        @Nullable AttemptEndView end,
        int answered,
        List<Row> rows) {

    /**
     * One question.
     *
     * @param state answered, unknown, or empty without an answer
     */
    public record Row(int position, String prompt, String state, boolean flagged) {}

    /** Where the form is sent. */
    public String action() {
        return "/attempts/" + attempt + "/submission";
    }

    public int count() {
        return rows.size();
    }

    public String timeMark() {
        return "{time}";
    }

    public String countMark() {
        return "{n}";
    }
}
