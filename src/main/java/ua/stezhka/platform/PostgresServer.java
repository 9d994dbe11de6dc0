package ua.stezhka.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/** The running database server of one cluster: found alive, started, or stopped. */
final class PostgresServer {
    private static final Logger LOG = Logger.getLogger(PostgresServer.class);
    // Recovery after a power cut may read gigabytes of log first.
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(3);
    private static final String PASSWORD_REFUSED = "28P01";
    private static final int PORT_TRIES = 5;

    private final PostgresCluster cluster;
    private int port;

    PostgresServer(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    int port() {
        return port;
    }

    boolean alive() {
        return serverProcess().isPresent();
    }

    /** Leaves a server alone that lives from before a crash of the application; starts one otherwise. */
    void ensureRunning() throws IOException {
        Optional<ProcessHandle> living = serverProcess();
        if (living.isPresent() && runsOurPrograms(living.get()) && answers(living.get())) {
            LOG.infof(
                    "the database server of the last run is alive and is used on (process %d)",
                    living.get().pid());
            return;
        }
        if (serverProcess().isPresent()) {
            stop();
        }
        endOrphans();
        Files.deleteIfExists(pidFile());
        startOnFreePort();
    }

    void stop() throws IOException {
        if (!alive()) {
            return;
        }
        ServerPrograms.Outcome outcome = cluster.programs()
                .run(
                        STOP_LIMIT,
                        "pg_ctl",
                        "stop",
                        "--pgdata=" + cluster.files(),
                        "--mode=fast",
                        "--wait",
                        limit(STOP_LIMIT));
        if (!outcome.succeeded() && alive()) {
            throw new IOException("the database server did not stop: " + outcome.said());
        }
    }

    Connection connectAsSuperuser() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", cluster.superuserPassword());
        // A busy machine is slow and not broken: five seconds were too short while it built something else.
        properties.setProperty("loginTimeout", "30");
        Connection connection = new Driver().connect(url("postgres"), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address");
        }
        return connection;
    }

    String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    private void startOnFreePort() throws IOException {
        Path log = cluster.home().resolve("start.log");
        port = keptPort();
        for (int tries = 1; ; tries++) {
            if (!free(port)) {
                port = anyFreePort();
            }
            writeSettings();
            Files.deleteIfExists(log);
            ServerPrograms.Outcome outcome = cluster.programs()
                    .run(
                            START_LIMIT,
                            "pg_ctl",
                            "start",
                            "--pgdata=" + cluster.files(),
                            "--log=" + log,
                            "--wait",
                            limit(START_LIMIT));
            if (outcome.succeeded()) {
                return;
            }
            String said = Files.exists(log) ? Files.readString(log) : outcome.said();
            if (!said.contains("could not bind") || tries == PORT_TRIES) {
                throw cluster.refusal(
                        said + cluster.saidSinceStart(), cluster.home().resolve("log"));
            }
        }
    }

    private void writeSettings() throws IOException {
        Path settings = cluster.files().resolve("postgresql.conf");
        Path unfinished = cluster.files().resolve("postgresql.conf.new");
        try (var template = PostgresServer.class.getResourceAsStream("/embedded-postgres.conf")) {
            String text = new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(unfinished, text.replace("@port@", Integer.toString(port)));
        }
        Files.move(unfinished, settings, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(cluster.home().resolve("port"), Integer.toString(port));
    }

    /** Waits until the server takes our password, for as long as its process lives: it may be recovering, or stopping. */
    private boolean answers(ProcessHandle process) throws IOException {
        port = Integer.parseInt(pidLines().get(3).strip());
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try (Connection connection = connectAsSuperuser()) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (PASSWORD_REFUSED.equals(e.getSQLState())) {
                    return false;
                }
                pause();
            }
        }
        return false;
    }

    /** The process that the cluster's lock file names, if it lives and really is a server of this cluster. */
    private Optional<ProcessHandle> serverProcess() {
        List<String> lines = pidLines();
        if (lines.size() < 4 || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::runsFromHome);
    }

    private boolean runsFromHome(ProcessHandle process) {
        // A dead process that nobody has reaped has no command, so it does not count as alive either.
        return process.isAlive() && commandOf(process).startsWith(cluster.home().toString());
    }

    private boolean runsOurPrograms(ProcessHandle process) {
        return commandOf(process).startsWith(cluster.programs().server().toString());
    }

    private static String commandOf(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    /** A killed server leaves its workers for a moment, and a new one refuses to start beside them. */
    private void endOrphans() {
        Instant deadline = Instant.now().plus(ORPHAN_LIMIT);
        List<ProcessHandle> orphans = orphans();
        while (!orphans.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                orphans.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
            orphans = orphans();
        }
    }

    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::runsFromHome).toList();
    }

    private List<String> pidLines() {
        try {
            return Files.readAllLines(pidFile());
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path pidFile() {
        return cluster.files().resolve("postmaster.pid");
    }

    private int keptPort() throws IOException {
        Path file = cluster.home().resolve("port");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : anyFreePort();
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String limit(Duration duration) {
        return "--timeout=" + duration.toSeconds();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database server", e);
        }
    }
}
