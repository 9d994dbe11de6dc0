package ua.stezhka.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One browser: a kept connection and its cookies. Hand-made because a full client costs more than the product it asks. */
final class Http implements Closeable {
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final Duration LONG_IDLE = Duration.ofSeconds(30);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final int port;
    private final boolean gzip;
    private String host = "127.0.0.1";
    private final Map<String, String> cookies = new LinkedHashMap<>();
    // Small at first, because thousands of them are open at once.
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private long lastUsed = System.nanoTime();
    private @Nullable Socket socket;

    Http(int port, boolean gzip) {
        this.port = port;
        this.gzip = gzip;
    }

    /** What came back; the location is empty where there is none. */
    record Answer(int status, String location, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("answered " + status + " instead of " + wanted + ": "
                        + text().substring(0, Math.min(600, body.length / 2)));
            }
            return this;
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Under which name the next requests look for the product. */
    void toHost(String name) {
        host = name;
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = send("POST", path, FORM, body);
        return answer.status() == 307 ? send("POST", answer.location(), FORM, body) : answer;
    }

    Answer json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    private Answer send(String method, String path, String type, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port)
                .append("\r\n");
        if (gzip) {
            head.append("Accept-Encoding: gzip\r\n");
        }
        if (!cookies.isEmpty()) {
            head.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(c -> c.getKey() + '=' + c.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Sec-Fetch-Site: same-origin\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(top, top.length + content.length);
        System.arraycopy(content, 0, request, top.length, content.length);
        long now = System.nanoTime();
        if (now - lastUsed > LONG_IDLE.toNanos()) {
            // The server closes what nobody uses for 75 seconds, perhaps in this moment.
            close();
        }
        lastUsed = now;
        try {
            OutputStream out = open().getOutputStream();
            out.write(request);
            return read();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(method + ' ' + path, e);
        }
    }

    private Socket open() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            start = 0;
            end = 0;
        }
        return socket;
    }

    private Answer read() throws IOException {
        int headEnd = find(HEAD_END);
        String[] lines = new String(buffer, start, headEnd - start, StandardCharsets.ISO_8859_1).split("\r\n");
        start = headEnd + HEAD_END.length;
        int length = 0;
        boolean chunked = false;
        String location = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "location" -> location = value.replaceFirst("^https?://[^/]+", "");
                case "set-cookie" -> keep(value);
                default -> {}
            }
        }
        return new Answer(Integer.parseInt(lines[0].substring(9, 12)), location, chunked ? chunks() : take(length));
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (pair.length() == equals + 1) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private byte[] chunks() throws IOException {
        byte[] body = {};
        while (true) {
            int lineEnd = find(new byte[] {'\r', '\n'});
            int size = Integer.parseInt(
                    new String(buffer, start, lineEnd - start, StandardCharsets.ISO_8859_1).strip(), 16);
            start = lineEnd + 2;
            byte[] chunk = take(size);
            take(2);
            if (size == 0) {
                return body;
            }
            int before = body.length;
            body = Arrays.copyOf(body, before + size);
            System.arraycopy(chunk, 0, body, before, size);
        }
    }

    private byte[] take(int count) throws IOException {
        while (end - start < count) {
            fill();
        }
        start += count;
        return Arrays.copyOfRange(buffer, start - count, start);
    }

    private int find(byte[] mark) throws IOException {
        for (int at = start; ; at++) {
            while (at + mark.length > end) {
                int before = start;
                fill();
                at -= before - start;
            }
            if (Arrays.equals(buffer, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        InputStream in = open().getInputStream();
        int got = in.read(buffer, end, buffer.length - end);
        if (got < 0) {
            throw new IOException("the server closed the connection");
        }
        end += got;
    }

    @Override
    public void close() {
        try (Socket open = socket) {
            socket = null;
        } catch (IOException alreadyGone) {
            socket = null;
        }
    }
}
