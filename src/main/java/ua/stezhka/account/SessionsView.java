package ua.stezhka.account;

import java.util.List;
import java.util.UUID;

/**
 * What the page of one's own sessions shows.
 *
 * @param done what has just been done: one, others or empty
 */
public record SessionsView(List<Row> rows, String done) {
    /** Whether the person is signed in anywhere else. */
    public boolean elsewhere() {
        return rows.stream().anyMatch(row -> !row.current());
    }

    /**
     * One session.
     *
     * @param place the browser and kind of device
     * @param way   how the person came in
     */
    public record Row(UUID id, String place, String way, String since, String seen, boolean current) {}
}
