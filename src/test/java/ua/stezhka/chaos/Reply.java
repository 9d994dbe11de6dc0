package ua.stezhka.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came back. @param retryAfter in seconds, 0 where nobody says so */
record Reply(int status, String head, String body, int retryAfter) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Reply of(byte[] message) {
        int end = Message.endOfHead(message);
        String head = new String(message, 0, end, StandardCharsets.ISO_8859_1);
        String wait = Message.header(head, "retry-after");
        boolean chunked = "chunked".equals(Message.header(head, "transfer-encoding"));
        String body = chunked
                ? unchunked(message, end)
                : new String(message, end, message.length - end, StandardCharsets.UTF_8);
        return new Reply(
                Integer.parseInt(head.substring(9, 12)),
                head,
                body,
                wait != null && wait.matches("\\d{1,6}") ? Integer.parseInt(wait) : 0);
    }

    private static String unchunked(byte[] message, int start) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = start;
        while (at < message.length) {
            int line = at;
            while (message[line] != '\n') {
                line++;
            }
            int size = Integer.parseInt(new String(message, at, line - at, StandardCharsets.ISO_8859_1).strip(), 16);
            body.write(message, line + 1, size);
            at = line + 1 + size + 2;
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    boolean ofBalancer() {
        return Message.header(head, Balancer.MARK) != null;
    }

    List<String> cookies() {
        List<String> cookies = new ArrayList<>();
        head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
                .forEach(line -> cookies.add(
                        line.substring("set-cookie:".length()).strip().split(";", 2)[0]));
        return cookies;
    }

    /** An answer that is not our JSON, such as a page of somebody’s proxy, is no answer. */
    @Nullable
    JsonNode json() {
        String type = Message.header(head, "content-type");
        if (type == null || !type.startsWith("application/json") && !type.startsWith("application/problem+json")) {
            return null;
        }
        return parse(body);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The same value always in the same words. */
    static String canonical(@Nullable JsonNode json) {
        try {
            return json == null || json.isNull() ? "" : JSON.writeValueAsString(JSON.treeToValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
