package ua.stezhka.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The other process, which executes the statements of each row raw; see {@link Replay}. */
final class Limits implements AutoCloseable {
    private final Product product;
    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter asked;

    private Limits(Product product, Process process) {
        this.product = product;
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.asked = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Limits start(Product product, Path work, Map<String, List<Script>> scripts) {
        Path file = work.resolve("statements.json");
        try {
            new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), scripts);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Replay.class.getName(),
                            file.toString(),
                            product.url(),
                            product.password())
                    .redirectError(work.resolve("replay.log").toFile())
                    .start();
            Limits limits = new Limits(product, process);
            limits.answer();
            return limits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds of processor, of driver and database together, for one turn of a row. */
    double cpuMillis(String row, double seconds) {
        double before = Processor.seconds(process.pid()) + product.databaseSeconds();
        try {
            asked.write(row + " " + seconds + "\n");
            asked.flush();
            long turns = Long.parseLong(answer().split(" ")[0]);
            return 1000 * (Processor.seconds(process.pid()) + product.databaseSeconds() - before) / turns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("the raw statements failed, see replay.log");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
