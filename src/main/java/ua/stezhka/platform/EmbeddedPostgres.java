package ua.stezhka.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * PostgreSQL that comes with Stezhka and lives in its data folder: the default when no other server is given. It is started
 * again when its process is lost, and it outlives a killed application, whose next start takes it over.
 */
public final class EmbeddedPostgres {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

    private final DataFolder data;
    private final PostgresCluster cluster;
    private final PostgresServer server;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private EmbeddedPostgres(DataFolder data, PostgresCluster cluster) {
        this.data = data;
        this.cluster = cluster;
        this.server = new PostgresServer(cluster);
    }

    /**
     * Starts the server of this folder, making everything that is not there yet.
     *
     * @throws StartRefused when the folder cannot be used, with the cure
     */
    public static EmbeddedPostgres start(Path folder) {
        DataFolder data = DataFolder.lock(folder);
        try {
            EmbeddedPostgres postgres =
                    new EmbeddedPostgres(data, PostgresCluster.in(data, PostgresBinaries.ofThisMachine()));
            postgres.beginOrStop();
            return postgres;
        } catch (IOException e) {
            data.unlock();
            throw StartRefused.because(data.path(), e);
        } catch (StartRefused e) {
            data.unlock();
            throw e;
        }
    }

    private void beginOrStop() throws IOException {
        try {
            begin();
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    public String url() {
        return server.url("stezhka");
    }

    public String user() {
        return "stezhka";
    }

    public String password() {
        return cluster.password();
    }

    /** Stops the server cleanly and gives the folder back. Does nothing the second time. */
    public synchronized void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        notifyAll();
        try {
            server.stop();
        } catch (IOException e) {
            LOG.error("the database server could not be stopped; it will recover at the next start", e);
        } finally {
            data.unlock();
        }
    }

    Connection connectAsSuperuser() throws SQLException {
        return server.connectAsSuperuser();
    }

    private void begin() throws IOException {
        server.ensureRunning();
        try (Connection superuser = server.connectAsSuperuser()) {
            cluster.makeDatabase(superuser);
        } catch (SQLException e) {
            throw StartRefused.because(
                    "start.databaseFailed", cluster.home().resolve("log"), String.valueOf(e.getMessage()));
        }
        cluster.forgetOldPrograms();
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    private synchronized void watch() {
        try {
            while (!stopped.get()) {
                wait((server.alive() || recovered() ? LOOK : PAUSE_AFTER_FAILURE).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean recovered() {
        LOG.error("the database server is gone; starting it again");
        try {
            server.ensureRunning();
            LOG.info("the database server is back");
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.errorf("the database server did not start again, next try soon: %s", e.getMessage());
            return false;
        }
    }
}
