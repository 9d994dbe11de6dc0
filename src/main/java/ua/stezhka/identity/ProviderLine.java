package ua.stezhka.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The only line from this server to a service that vouches for people: to the configured hosts alone, over HTTPS (plain HTTP to this
 * machine only), without following redirects, within seconds, and no more than a small document. Source: ASVS 5.0, 13.2.4.
 */
final class ProviderLine {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Set<String> authorities;

    ProviderLine(URI service, List<String> further) {
        authorities = new HashSet<>(further);
        authorities.add(service.getAuthority());
        check(service);
    }

    /** This address, when it may be asked. @throws ProviderRefused otherwise */
    URI check(URI address) {
        boolean secure = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (!secure || address.getUserInfo() != null || !authorities.contains(String.valueOf(address.getAuthority()))) {
            throw new ProviderRefused(
                    "not an address of the service: " + address.getScheme() + "://" + address.getHost());
        }
        return address;
    }

    JsonNode get(URI address) {
        return send(HttpRequest.newBuilder(check(address)));
    }

    JsonNode post(URI address, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(check(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
        headers.forEach(request::header);
        return send(request);
    }

    /** Names and values as they stand in addresses and forms. */
    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A member of a document that must be there. */
    static String text(JsonNode document, String member) {
        JsonNode value = document.path(member);
        if (!value.isTextual() && !value.isNumber() || value.asText().isBlank()) {
            throw new ProviderRefused("the answer has no " + member);
        }
        return value.asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpRequest ready = request.timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<byte[]> answer = client.sendAsync(ready, info -> new LimitedBody(MOST_BYTES))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() >= 500) {
                throw new ProviderRefused(ProviderRefused.Kind.AWAY, "answered " + answer.statusCode());
            }
            if (answer.statusCode() != 200) {
                throw new ProviderRefused("answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new ProviderRefused("answered what is no JSON", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProviderRefused refused ? refused : away(e);
        } catch (IOException | TimeoutException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderRefused("was not waited for", e);
        }
    }

    private static ProviderRefused away(Throwable why) {
        return new ProviderRefused(ProviderRefused.Kind.AWAY, "cannot be reached: " + why);
    }
}
