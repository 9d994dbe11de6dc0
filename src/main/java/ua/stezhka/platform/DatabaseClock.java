package ua.stezhka.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The time of the database, so that all nodes have one: deadlines end for everybody in the same moment, whatever the clock of a
 * node says. It is asked now and then; in between the time goes on by the node's count of nanoseconds, which nobody can set.
 */
final class DatabaseClock extends Clock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    /** An answer that was longer on its way tells the time too vaguely. */
    private static final Duration VAGUE = Duration.ofMillis(500);
    /** Smaller differences are left alone: the way of the answer makes them. */
    private static final Duration SMALL = Duration.ofMillis(20);

    /** Asks the database for its time. */
    @FunctionalInterface
    interface Source {
        Instant ask() throws SQLException;
    }

    /** The database said a time when this node had counted so many nanoseconds. */
    private record Reading(Instant time, long nanos) {}

    private final Source source;
    private final LongSupplier nanos;
    private volatile @Nullable Reading reading;

    DatabaseClock(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    static DatabaseClock of(DataSource database) {
        return new DatabaseClock(() -> ask(database), System::nanoTime);
    }

    private static Instant ask(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet time = statement.executeQuery("select clock_timestamp()")) {
            time.next();
            return time.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Asks again; while the database does not answer, the time goes on as before. */
    void ask() {
        long before = nanos.getAsLong();
        Instant time;
        try {
            time = source.ask();
        } catch (SQLException away) {
            LOG.debug("the database did not tell its time", away);
            return;
        }
        long after = nanos.getAsLong();
        Reading last = reading;
        Reading next = new Reading(time, before + (after - before) / 2);
        if (last == null || after - before < VAGUE.toNanos() && differs(last, next)) {
            reading = next;
        }
    }

    private static boolean differs(Reading last, Reading next) {
        return Duration.between(at(last, next.nanos), next.time).abs().compareTo(SMALL) > 0;
    }

    private static Instant at(Reading reading, long nanos) {
        return reading.time.plusNanos(nanos - reading.nanos);
    }

    @Override
    public Instant instant() {
        if (reading == null) {
            ask();
        }
        Reading known = reading;
        return known == null ? Instant.now() : at(known, nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = () -> instant();
        return time.withZone(zone);
    }
}
