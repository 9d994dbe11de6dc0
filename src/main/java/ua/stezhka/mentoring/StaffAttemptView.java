package ua.stezhka.mentoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;
import ua.stezhka.quiz.AttemptEndView;
import ua.stezhka.quiz.LogView;

/**
 * An attempt as staff sees it.
 *
 * @param name      empty for a guest
 * @param log       everything that was noted of it
 * @param end       when it ends; null without a limit
 * @param extension the id of this form, so that pressing twice adds once
 * @param typed     minutes as they were typed
 * @param note      what the last extension did: extended, not_extended, or empty
 * @param givesTime whether who looks may give time to this person
 */
public record StaffAttemptView(
        UUID personId,
        String name,
        LogView log,
        @Nullable AttemptEndView end,
        UUID extension,
        String typed,
        Faults faults,
        String note,
        boolean givesTime) {

    public String address() {
        return "/administration/attempts/" + log.attempt();
    }

    /** Whether there is something to extend. */
    public boolean extendable() {
        return givesTime && log.open() && end != null;
    }
}
