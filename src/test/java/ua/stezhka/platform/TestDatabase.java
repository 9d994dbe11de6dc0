package ua.stezhka.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database of all tests: the product's own server on a folder that is kept between runs, with an empty database each time.
 * Use it on every test class: {@code @QuarkusTest @WithTestResource(TestDatabase.class)}.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target", "test-postgres" + System.getProperty("tests.part", ""));

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        EmbeddedPostgres started = EmbeddedPostgres.start(FOLDER);
        postgres = started;
        makeEmpty(started);
        return Map.of(
                "quarkus.datasource.jdbc.url", started.url(),
                "quarkus.datasource.username", started.user(),
                "quarkus.datasource.password", started.password());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
            postgres = null;
        }
    }

    /** A new database is emptier than a cleaned one, and the product never learns how to clean. */
    private static void makeEmpty(EmbeddedPostgres postgres) {
        try (Connection superuser = postgres.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists stezhka with (force)");
            statement.execute("create database stezhka owner stezhka");
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be made", e);
        }
    }
}
