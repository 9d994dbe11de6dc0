package ua.stezhka;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.EmbeddedPostgres;
import ua.stezhka.platform.ExternalDatabase;
import ua.stezhka.platform.JsonLog;
import ua.stezhka.platform.Ports;
import ua.stezhka.platform.Setting;
import ua.stezhka.platform.StartRefused;

/** Starts Stezhka: the database first, then the application, and at the end the other way round. */
@QuarkusMain
public class Main {
    private static final AtomicInteger EXIT_CODE = new AtomicInteger();

    public static void main(String... args) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            JsonLog.takeConsole();
        }
        try {
            Ports.requireFree();
            Optional<EmbeddedPostgres> database = database();
            run(database, args);
        } catch (StartRefused e) {
            e.tell();
            System.exit(1);
        }
    }

    /** The database that comes with Stezhka, unless another one is given. */
    private static Optional<EmbeddedPostgres> database() {
        Optional<String> given = ExternalDatabase.url();
        if (given.isPresent()) {
            ExternalDatabase.await(given.get());
            return Optional.empty();
        }
        EmbeddedPostgres embedded =
                EmbeddedPostgres.start(Path.of(Setting.of("stezhka.data").orElse("data")));
        System.setProperty("quarkus.datasource.jdbc.url", embedded.url());
        System.setProperty("quarkus.datasource.username", embedded.user());
        System.setProperty("quarkus.datasource.password", embedded.password());
        return Optional.of(embedded);
    }

    private static void run(Optional<EmbeddedPostgres> database, String... args) {
        CountDownLatch applicationStopped = new CountDownLatch(1);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(applicationStopped, database), "end"));
        }
        Quarkus.run(
                null,
                (code, failure) -> {
                    EXIT_CODE.set(code);
                    tell(failure);
                    applicationStopped.countDown();
                },
                args);
        // A stop by signal is already on its way and does the rest; in development mode a reload starts here again.
        database.ifPresent(EmbeddedPostgres::stop);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            System.exit(EXIT_CODE.get());
        }
    }

    private static void end(CountDownLatch applicationStopped, Optional<EmbeddedPostgres> database) {
        try {
            applicationStopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.ifPresent(EmbeddedPostgres::stop);
        // Without this the JVM would report the signal (143) although everything ended well.
        Runtime.getRuntime().halt(EXIT_CODE.get());
    }

    private static void tell(@Nullable Throwable failure) {
        if (failure != null) {
            StartRefused.among(failure).ifPresentOrElse(StartRefused::tell, () -> Logger.getLogger(Main.class)
                    .error("Stezhka did not start", failure));
        }
    }
}
