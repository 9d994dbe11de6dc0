package ua.stezhka.quiz;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told before a quiz.
 *
 * @param language  language of the course’s title
 * @param needed    how many right answers are needed, such as "7"
 * @param open      the attempt to go on with, or null
 * @param submitted how many attempts were submitted
 * @param readByPeople whether people may have to mark an answer before the result is known
 * @param waiting   the attempt that people are marking, or null
 * @param passed    the attempt that passed, or null
 * @param limits    what a certifying quiz limits; null when there is no limit
 */
public record BeforeView(
        String course,
        String courseTitle,
        String language,
        int questions,
        int minutes,
        String needed,
        @Nullable UUID open,
        int submitted,
        @Nullable UUID passed,
        @Nullable Limits limits,
        boolean readByPeople,
        @Nullable UUID waiting) {

    /**
     * The limits of a quiz, and what they mean for this person now.
     *
     * @param attempts  at most so many attempts in {@code days}; 0 for no limit
     * @param left      how many of them are left now
     * @param waitHours hours between attempts; 0 for none
     * @param from      date and time from which the next attempt is possible; empty for now
     * @param minutes   how long everybody may take; 0 for no limit
     * @param own       how long this person may take; 0 for no limit
     * @param allowance what this person has: usual, half_more, double or unlimited
     * @param choice    whether the person may choose it here; not when staff has given it, nor during an attempt
     */
    public record Limits(
            int attempts,
            int days,
            int left,
            int waitHours,
            String from,
            int minutes,
            int own,
            String allowance,
            boolean choice) {
        public boolean now() {
            return from.isEmpty();
        }
    }

    /** Whether the button begins or goes on with an attempt. */
    public boolean mayStart() {
        return open != null || limits == null || limits.now();
    }
}
