package ua.stezhka.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import ua.stezhka.platform.EmbeddedPostgres;

/**
 * The PostgreSQL of the run, with the settings that it has in production. Its processes are killed as a whole; what starts them
 * again on the same folder is what does it in production.
 */
final class Database implements Closeable {
    private final Path folder;
    private final EmbeddedPostgres postgres;

    private Database(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** @param setting one more line of settings, or an empty text */
    static Database start(Path folder, String setting) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Database database = new Database(folder, postgres);
        if (setting.isEmpty()) {
            return database;
        }
        try {
            Files.writeString(database.home().resolve("custom.conf"), setting + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres.stop();
        return new Database(folder, EmbeddedPostgres.start(folder));
    }

    int port() {
        return URI.create(postgres.url().substring("jdbc:".length())).getPort();
    }

    String url() {
        return postgres.url();
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), user(), password());
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** {@code kill -9} of the server and of everything that it has started. */
    void kill() {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(home().resolve("cluster/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> Files.isDirectory(path.resolve("cluster")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.stop();
    }
}
