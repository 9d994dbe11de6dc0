package ua.stezhka.platform;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;

/**
 * Recognises failures that pass by themselves: the database is away, is starting, is full of connections, or asks to try once more.
 * Source: classes of SQLSTATE, PostgreSQL 18, appendix A.
 */
final class DatabaseAway {
    /** Connection exception, transaction rollback, insufficient resources, object not in the needed state, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

    private static final int CLASS = 2;

    private DatabaseAway() {}

    /** Why the database cannot be asked just now; empty for any other failure. */
    static Optional<String> reason(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable cause = next.removeFirst();
            if (cause instanceof ConnectionException) {
                // Nobody gave a connection in time, in whatever words of the pool.
                return Optional.of(String.valueOf(cause.getMessage()));
            }
            if (cause instanceof SQLException sql && passes(sql)) {
                return Optional.of(sql.getSQLState() + " " + sql.getMessage());
            }
            // A commit that failed is told beside the exception of the transaction.
            Stream.concat(Stream.ofNullable(cause.getCause()), Stream.of(cause.getSuppressed()))
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return Optional.empty();
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // The pool has no states: it ran out of time, or gave a connection that has broken meanwhile.
            return failure.getCause() instanceof TimeoutException;
        }
        return state.length() > CLASS && PASSING.contains(state.substring(0, CLASS));
    }
}
