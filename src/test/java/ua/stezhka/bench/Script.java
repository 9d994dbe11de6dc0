package ua.stezhka.bench;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of some turns of one person, as the database saw them in two recordings: what differs between the two is
 * new in each turn.
 *
 * @param fresh    ids that were made in the recorded turns
 * @param counting whether numbers that differ are counters, which go on
 */
record Script(List<Step> steps, Set<String> fresh, boolean counting, int turns, String password, String hash) {

    /** A statement with its values in both recordings, as texts. */
    record Step(String sql, List<@Nullable String> first, List<@Nullable String> second) {}

    /** The same, with a password to check once in each turn. */
    Script checking(String tried, String kept) {
        return new Script(steps, fresh, counting, turns, tried, kept);
    }

    /** How many statements one turn takes, transactions not counted. */
    double statements() {
        return (double) steps.stream().filter(step -> !isFrame(step.sql())).count() / turns;
    }

    static boolean isFrame(String sql) {
        return Set.of("BEGIN", "COMMIT", "ROLLBACK").contains(sql.strip().toUpperCase(java.util.Locale.ROOT));
    }
}
