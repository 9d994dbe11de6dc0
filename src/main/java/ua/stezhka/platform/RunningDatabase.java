package ua.stezhka.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database for a command beside the product: the server that was named by {@code QUARKUS_DATASOURCE_JDBC_URL}, the one that a running
 * Stezhka has started in its data folder, or, while none runs, one that is started for the command and stopped after it.
 */
public final class RunningDatabase implements AutoCloseable {
    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres own;

    private RunningDatabase(String url, String user, String password, @Nullable EmbeddedPostgres own) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.own = own;
    }

    /** @throws StartRefused when there is no database in this folder, with the cure */
    public static RunningDatabase of(Path folder) {
        Optional<String> given = ExternalDatabase.url();
        if (given.isPresent()) {
            return new RunningDatabase(
                    given.get(),
                    Setting.of("quarkus.datasource.username").orElse(""),
                    Setting.of("quarkus.datasource.password").orElse(""),
                    null);
        }
        Path home = home(folder);
        return running(home).orElseGet(() -> {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
            return new RunningDatabase(postgres.url(), postgres.user(), postgres.password(), postgres);
        });
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void close() {
        if (own != null) {
            own.stop();
        }
    }

    private static Path home(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry.resolve("cluster")))
                    .findFirst()
                    .orElseThrow(() -> StartRefused.because("start.fileMissing", folder.resolve("postgres-…")));
        } catch (IOException e) {
            throw StartRefused.because("start.fileMissing", folder);
        }
    }

    private static Optional<RunningDatabase> running(Path home) {
        try {
            RunningDatabase database = new RunningDatabase(
                    PostgresServer.url(
                            Integer.parseInt(
                                    Files.readString(home.resolve("port")).strip()),
                            "stezhka"),
                    "stezhka",
                    Files.readString(home.resolve("password")).strip(),
                    null);
            database.connect().close();
            return Optional.of(database);
        } catch (IOException | SQLException notRunning) {
            return Optional.empty();
        }
    }
}
