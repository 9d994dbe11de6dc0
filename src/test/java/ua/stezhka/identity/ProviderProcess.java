package ua.stezhka.identity;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The provider of OpenID Connect that lies in {@code src/test/provider}, in a process of its own with a class path of its own: built by
 * Maven when it is missing or older than its sources. It ends when this end of its standard input is closed, also when the tests are killed.
 */
final class ProviderProcess implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/provider");
    private static final Path BUILT = Path.of("target/provider");
    private static final Path CLASS_PATH = BUILT.resolve("classpath");
    private static final int PATIENCE_SECONDS = 60;

    private final int port = freePort();
    private final Process process;
    private boolean answers;

    ProviderProcess() {
        try {
            buildIfStale();
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Tests that run beside these wait for the one that builds. */
    private static void buildIfStale() throws IOException, InterruptedException {
        try (FileChannel lock = FileChannel.open(
                Path.of("target/provider.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (isStale()) {
                build();
            }
        }
    }

    private static boolean isStale() throws IOException {
        if (!Files.exists(CLASS_PATH)) {
            return true;
        }
        long built = Files.getLastModifiedTime(CLASS_PATH).toMillis();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            return sources.anyMatch(each -> each.toFile().lastModified() > built)
                    || Stream.of(Files.readString(CLASS_PATH).split(File.pathSeparator))
                            .anyMatch(jar -> !Files.exists(Path.of(jar)));
        }
    }

    private static void build() throws IOException, InterruptedException {
        String home = System.getProperty("maven.home");
        List<String> command = new ArrayList<>();
        command.add(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("-q", "-B", "-f", SOURCES.resolve("pom.xml").toString(), "compile"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        File log = new File("target/openid-provider-build.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process build = builder.start();
        if (!build.waitFor(5, TimeUnit.MINUTES) || build.exitValue() != 0) {
            build.destroyForcibly();
            throw new IllegalStateException("the provider was not built: see " + log);
        }
    }

    private Process start() throws IOException {
        String jars = BUILT.resolve("classes") + File.pathSeparator + Files.readString(CLASS_PATH);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jars,
                        "ua.stezhka.provider.Provider",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/openid-provider.log"))
                .start();
    }

    /** It starts while the product does; whoever needs it waits here. */
    void waitUntilItAnswers() {
        if (answers) {
            return;
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/city/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    answers = true;
                    return;
                }
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        process.destroy();
        throw new IllegalStateException("the provider did not start: see target/openid-provider.log");
    }

    /** Leaves the processor to the provider, which needs it to start. */
    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
