package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.QuestionView;

/**
 * One question of an open attempt as its page shows it; holds nothing of the key.
 *
 * @param person   a name of the person for this device’s queue; tells nothing else
 * @param stops    the path: done, here or ahead, a word for each question
 * @param state    answered, cleared, unknown, or empty when never answered
 * @param savedAt  time of day of the last save, or empty
 * @param end      when the attempt ends; null when there is no limit
 * @param files    of a question that is answered by files, else null
 * @param conflict both answers, when this page’s was older than the stored one
 */
public record AttemptView(
        UUID attempt,
        String person,
        String course,
        String courseTitle,
        int position,
        int count,
        List<String> stops,
        QuestionView question,
        String state,
        int revision,
        UUID saveId,
        String savedAt,
        boolean flagged,
        @Nullable AttemptEndView end,
        @Nullable FilesView files,
        @Nullable Conflict conflict) {

    /** Two answers to the same question, in words. */
    public record Conflict(List<String> mine, List<String> stored) {}

    public String address() {
        return "/attempts/" + attempt + "/questions/" + position;
    }

    /** Where the form is sent. */
    public String action() {
        return address() + "/response";
    }

    /** What the buttons below the question depend on. */
    public record WhatGoesOn(boolean first, boolean flagged, boolean takenBack) {}

    /** The key of the buttons; null when they show two answers that differ. */
    public @Nullable WhatGoesOn whatGoesOn() {
        return conflict == null ? new WhatGoesOn(first(), flagged, takenBack()) : null;
    }

    /** Whether the answer can be taken back; presses of a rehearsal cannot. */
    public boolean takenBack() {
        return question.rehearsal() == null;
    }

    public boolean first() {
        return position == 1;
    }

    /** What the script puts the time of a save in the place of. */
    public String timeMark() {
        return "{time}";
    }

    /** What the script puts the name of a pressed part in the place of. */
    public String partMark() {
        return "{part}";
    }

    /** What the script puts typed words in the place of. */
    public String typedMark() {
        return "{typed}";
    }

    /** What the script puts the number of waiting answers in the place of. */
    public String countMark() {
        return "{n}";
    }
}
