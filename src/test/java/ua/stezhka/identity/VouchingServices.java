package ua.stezhka.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Three services that vouch for people: an OpenID Connect provider in a process of its own, one that cheats, and id.gov.ua’s dialect. */
public class VouchingServices implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "stezhka";
    static final String SECRET = "a secret of the tests, long enough";

    private @Nullable Process provider;
    private @Nullable ScriptedServer cheat;
    private @Nullable IdGovUaServer government;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        provider = startProvider(port);
        waitFor(port);
        cheat = new ScriptedServer();
        government = new IdGovUaServer();
        Map<String, String> settings = new HashMap<>();
        service(settings, "real", "http://localhost:" + port + "/default", CLIENT, SECRET);
        service(settings, "cheat", cheat.address(), CLIENT, SECRET);
        service(settings, "gov", government.address(), IdGovUaServer.CLIENT, IdGovUaServer.SECRET);
        settings.put("stezhka.identity.openid.gov.dialect", "id-gov-ua");
        settings.put("stezhka.identity.openid.gov.match-key", "0123456789abcdef0123456789abcdef");
        return settings;
    }

    private static void service(
            Map<String, String> settings, String name, String issuer, String client, String secret) {
        String prefix = "stezhka.identity.openid." + name + '.';
        settings.put(prefix + "issuer", issuer);
        settings.put(prefix + "client-id", client);
        settings.put(prefix + "client-secret", secret);
        settings.put(prefix + "label", "сервіс «" + name + "»");
    }

    private static Process startProvider(int port) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classes,
                "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt");
        builder.environment().put("SERVER_HOSTNAME", "localhost");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("JSON_CONFIG", "{\"interactiveLogin\":true,\"httpServer\":\"NettyWrapper\"}");
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(new File("target/openid-provider.log"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitFor(int port) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/default/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until) {
            try {
                if (HttpClient.newHttpClient()
                                .send(request, BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the provider did not start: see target/openid-provider.log");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.destroy();
        }
        if (cheat != null) {
            cheat.close();
        }
        if (government != null) {
            government.close();
        }
    }
}
