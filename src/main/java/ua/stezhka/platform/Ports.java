package ua.stezhka.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports on which Stezhka listens, looked at before anything starts so that a taken one costs no time. */
public final class Ports {
    private Ports() {}

    public static void requireFree() {
        requireFree("quarkus.http.port", "8080");
        requireFree("quarkus.management.port", "9000");
    }

    private static void requireFree(String setting, String usual) {
        String port = Setting.of(setting).orElse(usual);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(Integer.parseInt(port)));
        } catch (IOException | IllegalArgumentException e) {
            throw taken(port, setting);
        }
    }

    private static StartRefused taken(String port, String setting) {
        return StartRefused.because("start.portTaken", port, Setting.variable(setting));
    }
}
