package ua.stezhka.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A database server that somebody else runs, named by {@code QUARKUS_DATASOURCE_JDBC_URL}. */
public final class ExternalDatabase {
    // After a power cut everything starts at once, and the database is seldom the first.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONNECTION_PROBLEM = "08";
    private static final String STILL_STARTING = "57P03";

    private ExternalDatabase() {}

    /** The address that was given, if any. */
    public static Optional<String> url() {
        return Setting.of("quarkus.datasource.jdbc.url");
    }

    /** Waits until the server answers. */
    public static void await(String url) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, user(), password())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!worthWaiting(e) || Instant.now().isAfter(deadline)) {
                    throw StartRefused.because("start.databaseUnreachable", withoutParameters(url), firstLine(e));
                }
                pause();
            }
        }
    }

    private static boolean worthWaiting(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_PROBLEM) || state.equals(STILL_STARTING);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private static String user() {
        return Setting.of("quarkus.datasource.username").orElse("");
    }

    private static String password() {
        return Setting.of("quarkus.datasource.password").orElse("");
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database server", e);
        }
    }
}
