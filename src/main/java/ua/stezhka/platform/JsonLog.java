package ua.stezhka.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jspecify.annotations.Nullable;

/** The log in production: one JSON object a line, with the trace id that the person saw on the page of the error. */
public final class JsonLog extends ExtFormatter {
    private static final JsonFactory JSON = new JsonFactory();

    /** Takes the console from the first record on, so that no line of the log is of another kind. */
    public static void takeConsole() {
        if (Setting.of("stezhka.log").orElse("json").equals("text")) {
            return;
        }
        System.setProperty("quarkus.log.console.enabled", "false");
        ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new JsonLog());
        // Before the configuration is read, loggers let everything through.
        console.setLevel(Level.parse(Setting.of("quarkus.log.level").orElse("INFO")));
        Logger.getLogger("").addHandler(console);
    }

    @Override
    public String format(ExtLogRecord log) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", log.getInstant().toString());
            json.writeStringField("level", log.getLevel().getName());
            json.writeStringField("logger", log.getLoggerName());
            json.writeStringField("thread", log.getThreadName());
            String traceId = log.getMdc("traceId");
            if (traceId != null) {
                json.writeStringField("traceId", traceId);
            }
            json.writeStringField("message", formatMessage(log));
            writeFailure(json, log.getThrown());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void writeFailure(JsonGenerator json, @Nullable Throwable failure) throws IOException {
        if (failure == null) {
            return;
        }
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        json.writeStringField("error", failure.getClass().getName());
        json.writeStringField("stack", stack.toString());
    }
}
