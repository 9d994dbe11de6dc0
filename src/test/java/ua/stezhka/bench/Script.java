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

    /**
     * What is only read, with a password to check once in each turn. What signing in writes cannot be said again: tokens are kept by their
     * hash, and an entry of the audit trail follows the one before it. So this limit is a little low.
     */
    Script checking(String tried, String kept) {
        return new Script(
                steps.stream().filter(step -> reads(step.sql())).toList(), fresh, counting, turns, tried, kept);
    }

    private static boolean reads(String sql) {
        String lower = sql.strip().toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("select") && !lower.contains("for update") && !lower.contains("for no key update");
    }

    /** How many statements one turn takes, transactions not counted. */
    double statements() {
        return (double) steps.stream().filter(step -> !isFrame(step.sql())).count() / turns;
    }

    static boolean isFrame(String sql) {
        return Set.of("BEGIN", "COMMIT", "ROLLBACK").contains(sql.strip().toUpperCase(java.util.Locale.ROOT));
    }
}
