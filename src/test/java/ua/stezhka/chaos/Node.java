package ua.stezhka.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One node of the packaged product, in a process that can be killed, stopped and started again. */
final class Node implements Closeable {
    private static final int STOP_SECONDS = 40;
    private static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path TRAINED = PROGRAM.resolveSibling("app.aot");

    private final String name;
    private final int port;
    private final Path work;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private volatile State state = State.STARTING;

    Node(String name, Path work, Map<String, String> settings) throws IOException {
        this.name = name;
        this.work = work;
        this.settings = settings;
        this.port = freePort();
    }

    /** What may be expected of it. */
    enum State {
        /** Until it was ready once. */
        STARTING,
        UP,
        PAUSED,
        ENDING
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    State state() {
        return state;
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    Path log() {
        return work.resolve(name + ".log");
    }

    synchronized void start() {
        state = State.STARTING;
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/jvm/java.options",
                        "-Xmx256m",
                        archive(),
                        "-jar",
                        PROGRAM.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("QUARKUS_") || variable.startsWith("STEZHKA_"));
        environment.putAll(settings);
        environment.put("STEZHKA_QUIZ_NODE", name);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in {@code scripts/run}: what was learned in {@code scripts/train}, if that fits this package. */
    private static String archive() {
        return TRAINED.toFile().lastModified() > PROGRAM.toFile().lastModified()
                ? "-XX:AOTCache=" + TRAINED
                : "-Xshare:auto";
    }

    /** {@code kill -9}. */
    synchronized void kill() {
        state = State.ENDING;
        running().destroyForcibly();
        await();
    }

    /** SIGTERM, as for a new release. */
    synchronized void stop() {
        state = State.ENDING;
        running().destroy();
        if (!await()) {
            running().destroyForcibly();
        }
    }

    void pause() {
        state = State.PAUSED;
        signal("STOP");
    }

    void resume() {
        signal("CONT");
        state = State.STARTING;
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(running().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private boolean await() {
        try {
            return running().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The status of a probe, or 0 when nobody answers in time. */
    int probe(String path, int millis) {
        try {
            byte[] answer = Message.exchange(port, Balancer.request(path), millis);
            return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.ISO_8859_1));
        } catch (IOException nobody) {
            return 0;
        }
    }

    boolean ready() {
        boolean ready = probe("/q/health/ready", 2000) == 200;
        if (ready && state == State.STARTING) {
            state = State.UP;
        }
        return ready;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (alive()) {
            running().destroyForcibly();
            await();
        }
    }
}
