package ua.stezhka.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of the database server as somebody who is not root, which PostgreSQL insists on. */
record ServerPrograms(Path server, Path output) {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** What a program said, and whether it was content. */
    record Outcome(boolean succeeded, String said) {}

    Outcome run(Duration limit, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            requireUserNamespaces();
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(server.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(limit, command);
    }

    // In a user namespace of its own, root looks like an ordinary user to PostgreSQL but still owns the files.
    private void requireUserNamespaces() {
        try {
            if (run(Duration.ofSeconds(10), List.of("unshare", "-U", "true")).succeeded()) {
                return;
            }
        } catch (IOException e) {
            // No such program here: the same answer as when the kernel forbids it.
        }
        throw StartRefused.because("start.rootRefused");
    }

    private Outcome run(Duration limit, List<String> command) throws IOException {
        // A file and no pipe: the server inherits the output and would keep a pipe open for as long as it lives.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(emptyInput()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(ended && process.exitValue() == 0, Files.readString(output));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private static File emptyInput() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
