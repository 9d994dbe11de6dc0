package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** A line of the log is one JSON object, whatever is written into it. */
class JsonLogTest {
    @Test
    void a_message_with_line_breaks_and_quotes_stays_one_line() throws Exception {
        String line = new JsonLog().format(record("перше \"слово\"\nдруге\u0000"));
        assertThat(line.lines()).hasSize(1);
        assertThat(parse(line).path("message").asText()).isEqualTo("перше \"слово\"\nдруге\u0000");
    }

    @Test
    void the_trace_id_and_the_failure_are_told() throws Exception {
        ExtLogRecord record = record("зламалося");
        record.putMdc("traceId", "0123456789abcdef");
        record.setThrown(new IllegalStateException("чому"));
        JsonNode json = parse(new JsonLog().format(record));
        assertThat(json.path("traceId").asText()).isEqualTo("0123456789abcdef");
        assertThat(json.path("error").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json.path("stack").asText()).contains("чому", "JsonLogTest");
    }

    private static ExtLogRecord record(String message) {
        return new ExtLogRecord(Level.INFO, message, JsonLogTest.class.getName());
    }

    private static JsonNode parse(String line) throws Exception {
        return new ObjectMapper().readTree(line);
    }
}
