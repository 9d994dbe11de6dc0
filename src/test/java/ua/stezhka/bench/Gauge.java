package ua.stezhka.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Looks once a second how much of each resource is in use while something runs, and tells which was nearest to its end. */
final class Gauge implements AutoCloseable {
    private static final double SATURATED = 0.85;
    private static final int POOL = 20;
    private static final double TICKS = 100;
    private static final int BUSY_MILLIS = 12;
    private static final int IDLE = 4;
    private static final int WAITS = 5;
    private static final String ACTIVE =
            "select count(*) from pg_stat_activity where application_name = 'stezhka' and state <> 'idle'";

    private final Product product;
    private final Connection superuser;
    private final Thread thread;
    private final long begin = System.nanoTime();
    private final double program;
    private final double database;
    private final double client;
    private final double machine;
    private final double disk;
    private final List<Integer> pool = new ArrayList<>();
    private long memory;
    private volatile boolean over;

    Gauge(Product product) throws SQLException {
        this.product = product;
        this.superuser = product.superuser();
        this.program = product.programSeconds();
        this.database = product.databaseSeconds();
        this.client = client();
        this.machine = machine();
        this.disk = disk();
        this.thread = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        try (Statement statement = superuser.createStatement()) {
            while (!over) {
                try (var active = statement.executeQuery(ACTIVE)) {
                    active.next();
                    pool.add(active.getInt(1));
                }
                memory = Math.max(memory, Processor.memory(product.pid()));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was used since the beginning, in words; seconds of processor of the product for one of so many turns. */
    String tell(int turns) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cores = Runtime.getRuntime().availableProcessors();
        double ours = product.programSeconds() - program;
        double theirs = product.databaseSeconds() - database;
        double load = client() - client;
        double all = machine() - machine;
        double busy = (disk() - disk) / seconds;
        int most = pool.stream().max(Comparator.naturalOrder()).orElse(0);
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("processors of this machine", all / seconds / cores);
        shares.put("connections of the pool", (double) most / POOL);
        shares.put("disk", busy);
        Map.Entry<String, Double> nearest =
                shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return """
                  processor: application %.2f, database %.2f, load client %.2f, others on this machine %.2f of %.0f cores
                  for one turn: %.2f ms of processor, of it database %.2f
                  connections in use: %d of %d at most; disk busy %.0f %% of the time; memory of the application %d MB
                  %s: %s (%.0f %%)""".formatted(
                        ours / seconds,
                        theirs / seconds,
                        load / seconds,
                        Math.max(0, all - ours - theirs - load) / seconds,
                        cores,
                        1000 * (ours + theirs) / Math.max(1, turns),
                        1000 * theirs / Math.max(1, turns),
                        most,
                        POOL,
                        100 * busy,
                        memory / 1024 / 1024,
                        nearest.getValue() >= SATURATED ? "first saturated" : "nothing saturated, nearest",
                        nearest.getKey(),
                        100 * nearest.getValue());
    }

    private static double client() {
        return Processor.seconds(ProcessHandle.current().pid());
    }

    /** Seconds that all processors together have worked. */
    private static double machine() {
        String[] words = lines("/proc/stat").getFirst().split("\\s+");
        double busy = 0;
        for (int i = 1; i <= 8; i++) {
            busy += i == IDLE || i == WAITS ? 0 : Double.parseDouble(words[i]);
        }
        return busy / TICKS;
    }

    /** Seconds in which the busiest disk had something to do. */
    private static double disk() {
        return lines("/proc/diskstats").stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > BUSY_MILLIS && !words[2].startsWith("loop"))
                .mapToDouble(words -> Double.parseDouble(words[BUSY_MILLIS]) / 1000)
                .max()
                .orElse(0);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        over = true;
        thread.interrupt();
        superuser.close();
    }
}
