package ua.stezhka.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what a run was measured, because figures of other machines are other figures. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(Product product, String loadBefore, Options options) throws SQLException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("at", Instant.now().toString());
        machine.put("processor", processor());
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement();
                var version = statement.executeQuery("show server_version")) {
            version.next();
            machine.put("postgresql", version.getString(1));
        }
        machine.put("loadBefore", loadBefore);
        machine.put("loadAfter", load());
        machine.put(
                "run",
                options.rounds() + " rounds of " + options.seconds() + " s a row, 4 at once, no Accept-Encoding");
        return machine;
    }

    /** How many processes wanted a processor in the last one, five and fifteen minutes. */
    static String load() {
        return read("/proc/loadavg").replaceAll("^(\\S+ \\S+ \\S+).*", "$1");
    }

    private static String processor() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
