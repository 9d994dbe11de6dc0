package ua.stezhka.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The browser of one taker: its cookies, and requests that know when to give up waiting. */
final class Browser {
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    /** As long as the script of the attempt waits. */
    private static final int LONGEST_MILLIS = 15_000;

    private final int port;
    private final String key;
    private final Trouble trouble;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param key makes one guest of all that is sent before anybody is known */
    Browser(int port, String key, Trouble trouble) {
        this.port = port;
        this.key = key;
        this.trouble = trouble;
    }

    /** A request. */
    record Request(String method, String path, String type, String body) {
        static Request get(String path) {
            return new Request("GET", path, "", "");
        }

        static Request json(String method, String path, String body) {
            return new Request(method, path, JSON, body);
        }

        static Request form(String path) {
            return new Request("POST", path, FORM, "");
        }
    }

    /** Empty when no whole answer came. @param id by which the balancer decides what happens to it */
    Optional<Reply> send(Request request, String id) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512)
                .append("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n"
                        .formatted(request.method(), request.path(), port))
                .append("Accept: application/json\r\nSec-Fetch-Site: same-origin\r\n")
                .append(Balancer.REQUEST + ": " + id + "\r\n");
        if (cookies.isEmpty()) {
            head.append("Idempotency-Key: " + key + "\r\n");
        } else {
            head.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        if (!request.type().isEmpty()) {
            head.append("Content-Type: " + request.type() + "\r\nContent-Length: " + body.length + "\r\n");
        }
        byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(top, top.length + body.length);
        System.arraycopy(body, 0, whole, top.length, body.length);
        try {
            Reply reply = Reply.of(Message.exchange(port, whole, LONGEST_MILLIS));
            reply.cookies().forEach(this::keep);
            trouble.seen(request.method() + ' ' + request.path(), reply);
            return Optional.of(reply);
        } catch (IOException lost) {
            trouble.nothingSeen();
            return Optional.empty();
        }
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        if (equals == cookie.length() - 1) {
            cookies.remove(cookie.substring(0, equals));
        } else {
            cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
        }
    }
}
