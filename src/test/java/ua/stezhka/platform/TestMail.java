package ua.stezhka.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Sets up a mail server for the product, on a port where {@link TestPost} opens one. Letters leave when a test says so, not by
 * themselves: {@code @WithTestResource(TestMail.class)}.
 */
public class TestMail implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String http = Integer.toString(freePort());
        return Map.of(
                "quarkus.http.test-port",
                http,
                // Metrics name the port of a server that has one set: both servers, or none.
                "quarkus.management.test-port",
                Integer.toString(freePort()),
                "stezhka.platform.origin",
                "http://localhost:" + http,
                "stezhka.platform.mail-host",
                "127.0.0.1",
                "stezhka.platform.mail-port",
                Integer.toString(freePort()),
                "stezhka.platform.mail-security",
                "none",
                "stezhka.platform.mail-from",
                "stezhka@example.org",
                "stezhka.platform.mail-pause",
                "off");
    }

    @Override
    public void stop() {
        // Nothing was opened.
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
