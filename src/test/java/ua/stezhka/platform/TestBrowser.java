package ua.stezhka.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without a screen: keeps cookies, sends forms as a browser sends them. It sends the same once more when it is told to (307);
 * other redirects it does not follow by itself.
 */
public final class TestBrowser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of("Sec-Fetch-Site", "same-origin"));

    /** What came back. */
    public record Answer(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** Where a redirect leads. */
        public String location() {
            URI to = URI.create(header("Location"));
            return to.getRawPath() + (to.getRawQuery() == null ? "" : '?' + to.getRawQuery());
        }

        public Document page() {
            return Jsoup.parse(http.body());
        }

        public JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + http.body(), e);
            }
        }

        /** How many SQL statements the answer took. */
        public int statements() {
            return Integer.parseInt(header("X-Statements"));
        }
    }

    public TestBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TestBrowser without(String name) {
        headers.remove(name);
        return this;
    }

    public TestBrowser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "");
    }

    /** Follows redirects to the page. */
    public Answer open(String path) {
        Answer answer = get(path);
        for (int hops = 0; answer.status() == 303 && hops < 5; hops++) {
            answer = get(answer.location());
        }
        return answer;
    }

    /** Sends a form: names and values in turn. */
    public Answer post(String path, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
    }

    /** Sends a form with one file. */
    public Answer upload(String path, String field, byte[] file) {
        String boundary = "stezhka-test-boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArrays(List.of(head, file, tail)),
                "multipart/form-data; boundary=" + boundary);
    }

    public Answer sendJson(String method, String path, Object body) {
        try {
            return send(method, path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Answer send(String method, String path, BodyPublisher body, String contentType) {
        Answer answer = sendOnce(method, path, body, contentType);
        return answer.status() == 307 ? sendOnce(method, answer.location(), body, contentType) : answer;
    }

    /** The same without sending again. */
    public Answer sendOnce(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).method(method, body);
        headers.forEach(request::header);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String base() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
