package ua.stezhka.mentoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of attempts for staff.
 *
 * @param all        not only those under way
 * @param personName whose attempts; empty for everybody’s
 * @param older      the last attempt of this page, when older ones follow
 */
public record AttemptList(
        boolean all,
        Optional<UUID> person,
        String personName,
        List<Row> rows,
        @Nullable UUID older,
        boolean checksScores) {

    /**
     * One attempt.
     *
     * @param name  empty for a guest
     * @param state open, over, waits (for marks), passed or failed
     */
    public record Row(
            UUID id,
            UUID personId,
            String name,
            String course,
            String language,
            String startedAt,
            String deadline,
            String state) {}

    /** Where the older ones are. */
    public String olderAddress() {
        return "/administration/attempts?show=" + (all ? "all" : "open")
                + person.map(id -> "&person=" + id).orElse("") + "&before=" + older;
    }
}
