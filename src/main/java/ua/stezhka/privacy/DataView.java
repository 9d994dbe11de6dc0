package ua.stezhka.privacy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * The page with a person's copy of their data and what they asked for.
 *
 * @param askPassword whether the person has a password to ask for
 * @param waiting     the copy that can be fetched, or null
 * @param saved       which part was just saved: correction or empty
 * @param correction  what was typed
 */
public record DataView(
        boolean askPassword,
        @Nullable Waiting waiting,
        List<RequestRow> requests,
        String saved,
        String correction,
        Faults faults) {
    /** A copy that waits until that time. */
    public record Waiting(String id, String until) {}

    /**
     * Something that was asked.
     *
     * @param personId empty when the person is erased
     * @param name     empty when the person is erased
     * @param kind     export, erasure or correction
     * @param state    open, cancelled or done
     * @param eraseOn  the day of the erasure, or empty
     * @param daysLeft until it must be answered; below zero when it is late
     */
    public record RequestRow(
            String id,
            String personId,
            String name,
            String kind,
            boolean atDesk,
            String reason,
            String state,
            String askedOn,
            String dueOn,
            String eraseOn,
            String endedOn,
            long daysLeft) {
        public boolean open() {
            return Objects.equals(state, "open");
        }

        public boolean late() {
            return open() && daysLeft < 0;
        }
    }
}
