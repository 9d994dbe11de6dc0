package ua.stezhka.platform;

import io.quarkus.runtime.QuarkusBindException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/** Stezhka cannot start and a person can cure it: the message says what to do, in Ukrainian and in English. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For refusals whose text is ready, such as the findings of a content check. */
    public StartRefused(String message) {
        super(message);
    }

    /** A refusal by the key of its text, such as {@code start.portTaken}. */
    public static StartRefused because(String text, Object... arguments) {
        return new StartRefused(Texts.get(Languages.UK, text, arguments)
                + System.lineSeparator()
                + Texts.get(Languages.EN, text, arguments));
    }

    static StartRefused because(Path place, IOException failure) {
        String said = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        String reason = said == null ? failure.getClass().getSimpleName() : said;
        return looksLikeFullDisk(reason)
                ? because("start.diskFull", place)
                : because("start.folderNotWritable", place, reason);
    }

    /** What a person can cure in a failed start, when there is such a thing among its causes. */
    public static Optional<StartRefused> among(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return Optional.of(refused);
            }
            if (cause instanceof QuarkusBindException taken) {
                return Optional.of(because("start.portTaken", Integer.toString(taken.getPort()), "QUARKUS_HTTP_PORT"));
            }
            if (cause instanceof FlywayException migration) {
                return Optional.of(because("start.migrationFailed", String.valueOf(migration.getMessage())));
            }
        }
        return Optional.empty();
    }

    static boolean looksLikeFullDisk(String text) {
        return text.contains("No space left on device") || text.contains("Disk quota exceeded");
    }

    /** Says it on the standard error output, always in UTF-8: a server's locale is often plain ASCII. */
    public void tell() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        err.println(getMessage());
    }
}
