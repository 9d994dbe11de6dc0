package ua.stezhka.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The product as it runs in a town: two nodes behind a proxy on one PostgreSQL, all of it on this machine and made anew. */
final class Ground implements Closeable {
    private static final Duration FIRST_START = Duration.ofMinutes(3);

    private final Database database;
    private final Wire wire;
    private final List<Node> nodes;
    private final Balancer balancer;

    private Ground(Database database, Wire wire, List<Node> nodes, Balancer balancer) {
        this.database = database;
        this.wire = wire;
        this.nodes = nodes;
        this.balancer = balancer;
    }

    /** Both nodes start at once on an empty database: one migrates, and neither serves before. */
    static Ground start(Options options, Mischief mischief, Trouble trouble) throws IOException {
        Path work = options.work();
        Files.createDirectories(work);
        for (String old : List.of("data", "keys", "a.log", "b.log")) {
            GroundContent.delete(work.resolve(old));
        }
        GroundContent.write(work.resolve("content"));
        Database database = Database.start(work.resolve("data"), options.setting());
        Wire wire = new Wire(database.port());
        Map<String, String> settings = settings(work, database, wire);
        List<Node> nodes = List.of(new Node("a", work, settings), new Node("b", work, settings));
        List<IntSupplier> ports =
                nodes.stream().<IntSupplier>map(node -> node::port).toList();
        Ground ground = new Ground(database, wire, nodes, new Balancer(ports, mischief, trouble));
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
        nodes.forEach(Node::start);
        ground.awaitReady(FIRST_START.multipliedBy((long) Math.ceil(options.patience())));
        return ground;
    }

    private static Map<String, String> settings(Path work, Database database, Wire wire) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/stezhka?sslmode=disable&gssEncMode=disable",
                "QUARKUS_DATASOURCE_USERNAME",
                database.user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "STEZHKA_DATA",
                work.resolve("node").toString(),
                "STEZHKA_ACCOUNT_KEYS_FOLDER",
                work.resolve("keys").toString(),
                "STEZHKA_EXCHANGE_CONTENT_FOLDER",
                work.resolve("content").toString(),
                // So short that sessions are renewed in the middle of everything.
                "STEZHKA_ACCOUNT_ACCESS_TOKEN",
                "60s");
    }

    Database database() {
        return database;
    }

    Wire wire() {
        return wire;
    }

    List<Node> nodes() {
        return nodes;
    }

    int port() {
        return balancer.port();
    }

    /**
     * Waits until both nodes are ready; one that has ended is started again, as the system does it for a service.
     *
     * @return how long it took, or the limit when it took longer
     */
    Duration awaitReady(Duration limit) {
        long begin = System.nanoTime();
        for (Node node : nodes) {
            while (!node.ready()) {
                if (System.nanoTime() - begin > limit.toNanos()) {
                    return limit;
                }
                if (!node.alive()) {
                    Pause.millis(1000);
                    node.start();
                }
                Pause.millis(200);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        // One ends in order: at that the JVM keeps an archive of classes, and the next run starts faster.
        if (nodes.getFirst().alive()) {
            nodes.getFirst().stop();
        }
        nodes.forEach(Node::close);
        try {
            balancer.close();
            wire.close();
        } catch (IOException alreadyGone) {
            // Then there is nothing to close.
        }
        database.close();
    }
}
