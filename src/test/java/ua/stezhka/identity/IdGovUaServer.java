package ua.stezhka.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service with the addresses, parameters and answers of id.gov.ua; who sits before it is told by PUT /person. */
final class IdGovUaServer implements AutoCloseable {
    static final String CLIENT = "stezhka-city";
    static final String SECRET = "secret of the city";

    private final HttpServer server;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile String person = "{}";

    IdGovUaServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        switch (exchange.getRequestURI().getPath()) {
            case "/person" -> {
                person = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                send(exchange, 200, "{}");
            }
            case "/" -> recognise(exchange, asked);
            case "/get-access-token" -> send(exchange, 200, token(asked));
            case "/get-user-info" -> send(exchange, 200, info(asked));
            default -> send(exchange, 404, "{}");
        }
    }

    private void recognise(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean right = "code".equals(asked.get("response_type"))
                && CLIENT.equals(asked.get("client_id"))
                && asked.containsKey("auth_type");
        if (!right) {
            send(exchange, 400, "{}");
            return;
        }
        String code = "code-" + next.incrementAndGet();
        codes.add(code);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        send(exchange, 302, "");
    }

    private String token(Map<String, String> asked) {
        boolean right = "authorization_code".equals(asked.get("grant_type"))
                && CLIENT.equals(asked.get("client_id"))
                && SECRET.equals(asked.get("client_secret"))
                && codes.remove(String.valueOf(asked.get("code")));
        if (!right) {
            return "{\"error\":1,\"message\":\"Authorization failed\"}";
        }
        String token = "token-" + next.incrementAndGet();
        tokens.put(token, "user-" + next.incrementAndGet());
        return "{\"access_token\":\"" + token
                + "\",\"token_type\":\"bearer\",\"expires_in\":120,\"refresh_token\":\"r\",\"user_id\":\""
                + tokens.get(token) + "\"}";
    }

    private String info(Map<String, String> asked) {
        String user = tokens.get(String.valueOf(asked.get("access_token")));
        boolean right = user != null
                && user.equals(asked.get("user_id"))
                && asked.get("fields").contains("drfocode");
        return right ? person : "{\"error\":2,\"message\":\"No such token\"}";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        return Stream.of((raw == null ? "" : raw).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
