package ua.stezhka.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers every recipient alike. */
final class RefusingMailServer implements AutoCloseable {
    private final ServerSocket door;
    private final String answer;

    /** @param answer to a recipient, such as {@code 550 5.1.1 nobody of this name} */
    RefusingMailServer(int port, String answer) {
        this.answer = answer;
        try {
            door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                talk(guest);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = guest.getOutputStream();
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            say(out, command.equals("RCPT") ? answer : command.equals("QUIT") ? "221 bye" : "250 fine");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
