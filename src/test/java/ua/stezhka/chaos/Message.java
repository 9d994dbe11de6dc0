package ua.stezhka.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 at its plainest: one request on one connection, which the server closes after its answer. */
final class Message {
    private static final int CONNECT_MILLIS = 1000;

    private Message() {}

    /** Sends the bytes of a request and reads until the other side closes; an answer that is cut short is an error. */
    static byte[] exchange(int port, byte[] request, int millis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(request);
            return read(socket.getInputStream());
        }
    }

    /** One whole message: its head, and as much of a body as the head promises. */
    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed in the head");
            }
            bytes.write(next);
            last = last << 8 | next;
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        if ("chunked".equals(header(head, "transfer-encoding"))) {
            readChunks(in, bytes);
        } else {
            String length = header(head, "content-length");
            readExactly(in, bytes, length == null ? 0 : Integer.parseInt(length));
        }
        return bytes.toByteArray();
    }

    private static void readExactly(InputStream in, ByteArrayOutputStream bytes, int count) throws IOException {
        byte[] body = in.readNBytes(count);
        if (body.length < count) {
            throw new IOException("closed in the body");
        }
        bytes.write(body);
    }

    private static void readChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        int size;
        do {
            StringBuilder line = new StringBuilder();
            int next;
            while ((next = in.read()) != '\n') {
                if (next < 0) {
                    throw new IOException("closed between chunks");
                }
                line.append((char) next);
                bytes.write(next);
            }
            bytes.write('\n');
            size = Integer.parseInt(line.toString().strip(), 16);
            readExactly(in, bytes, size + 2);
        } while (size > 0);
    }

    static @Nullable String header(String head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ':';
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse(null);
    }

    static int endOfHead(byte[] message) {
        for (int i = 3; i < message.length; i++) {
            if (message[i] == '\n' && message[i - 2] == '\n') {
                return i + 1;
            }
        }
        return message.length;
    }
}
