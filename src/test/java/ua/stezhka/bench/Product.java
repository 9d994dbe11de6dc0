package ua.stezhka.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as people start it, by {@code scripts/run}, with a data folder and ports of its own. */
final class Product implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final String SCHEME = "jdbc:postgresql";

    private final Path data;
    private final Process process;
    private final int port;
    private long database;

    private Product(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    static Product start(Path work, Path content) {
        Path data = work.resolve("data");
        BenchContent.delete(data);
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder("scripts/run");
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("STEZHKA_"));
            environment.put("STEZHKA_DATA", data.toString());
            environment.put("STEZHKA_EXCHANGE_CONTENT_FOLDER", content.toString());
            // Analysts of the bench have no second step: the row is about statistics.
            environment.put("STEZHKA_ACCOUNT_STAFF_SECOND_FACTOR", "false");
            environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
            builder.redirectErrorStream(true)
                    .redirectOutput(work.resolve("product.log").toFile());
            Product product = new Product(data, builder.start(), port);
            product.awaitReady();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Seconds of processor that the program has taken. */
    double programSeconds() {
        return Processor.seconds(process.pid());
    }

    /** The part of it that compiles the program while it runs. */
    double compilerSeconds() {
        return Processor.secondsOfCompilers(process.pid());
    }

    /** Seconds of processor that all processes of the database have taken. */
    double databaseSeconds() {
        return Processor.secondsOfFamily(database);
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", password("superuser-password"));
    }

    String url() {
        return SCHEME + "://127.0.0.1:" + pidFile().get(3) + "/stezhka";
    }

    String password() {
        return password("password");
    }

    /** The folder in which the database writes its log. */
    Path databaseLog() {
        return home().resolve("log");
    }

    private String password(String file) {
        try {
            return Files.readString(home().resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(home().resolve("cluster/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home() {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(path -> path.getFileName().toString().startsWith("postgres-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no database in " + data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                close();
                throw new IllegalStateException("the product did not start, see " + data.resolveSibling("product.log"));
            }
            pause();
        }
        database = Long.parseLong(pidFile().getFirst().strip());
    }

    private boolean ready() {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        } catch (IOException notYet) {
            return false;
        }
        try (Http http = new Http(port, false)) {
            return http.get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops the program, which stops its database; what does not end in time is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ProcessHandle.of(database).filter(left -> database > 0).ifPresent(ProcessHandle::destroyForcibly);
        BenchContent.delete(data);
    }
}
