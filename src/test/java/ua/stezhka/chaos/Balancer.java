package ua.stezhka.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Stands before the nodes as a proxy does: asks each whether it is ready, gives requests to those that are in turns, never asks
 * twice by itself. On the way requests and answers meet what {@link Mischief} has decided.
 */
final class Balancer implements Closeable {
    /** In each answer that no node gave. */
    static final String MARK = "Chaos-Balancer";

    static final String REQUEST = "Chaos-Request";
    private static final int LONGEST_MILLIS = 60_000;
    private static final int PROBE_MILLIS = 1000;
    private static final long BETWEEN_PROBES = 300;
    private static final byte[] PROBE = request("/q/health/ready");

    private final ServerSocket server;
    private final List<IntSupplier> ports;
    private final boolean[] ready;
    private final Mischief mischief;
    private final Trouble trouble;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param ports of the nodes now */
    Balancer(List<IntSupplier> ports, Mischief mischief, Trouble trouble) throws IOException {
        this.server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        this.ports = ports;
        this.ready = new boolean[ports.size()];
        this.mischief = mischief;
        this.trouble = trouble;
        Thread.ofPlatform().daemon().name("balancer").start(this::accept);
        for (int node = 0; node < ports.size(); node++) {
            int each = node;
            Thread.ofVirtual().start(() -> probe(each));
        }
    }

    static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    int port() {
        return server.getLocalPort();
    }

    private void probe(int node) {
        while (!server.isClosed()) {
            try {
                byte[] answer = Message.exchange(ports.get(node).getAsInt(), PROBE, PROBE_MILLIS);
                ready[node] = new String(answer, 0, 12, StandardCharsets.ISO_8859_1).endsWith("200");
            } catch (IOException down) {
                ready[node] = false;
            }
            Pause.millis(BETWEEN_PROBES);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(LONGEST_MILLIS);
            byte[] request = Message.read(client.getInputStream());
            String head = new String(request, 0, Message.endOfHead(request), StandardCharsets.ISO_8859_1);
            Mischief.Done done = mischief.to(Message.header(head, REQUEST));
            if (done.deed() == Mischief.Deed.DROP_REQUEST) {
                return;
            }
            byte[] answer = answer(request, done);
            int length = done.deed() == Mischief.Deed.CUT_ANSWER ? answer.length / 3 : answer.length;
            client.getOutputStream().write(answer, 0, length);
            client.getOutputStream().flush();
        } catch (IOException gone) {
            // The client or the node has gone: the connection closes, and the client sees that.
        }
    }

    private byte[] answer(byte[] request, Mischief.Done done) {
        switch (done.deed()) {
            case DELAY -> Pause.of(Duration.ofMillis((long) (done.seconds() * 1000 / 2)));
            case DUPLICATE -> Thread.ofVirtual().start(() -> forward(request));
            case REPEAT_LATE ->
                CompletableFuture.delayedExecutor(
                                (long) (500 + done.seconds() * 1000), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                        .execute(() -> forward(request));
            default -> {}
        }
        return forward(request);
    }

    private byte[] forward(byte[] request) {
        int first = turn.getAndIncrement();
        for (int i = 0; i < ports.size(); i++) {
            int node = Math.floorMod(first + i, ports.size());
            if (ready[node]) {
                try {
                    Fault fault = trouble.now();
                    long begin = System.nanoTime();
                    byte[] answer = Message.exchange(ports.get(node).getAsInt(), request, LONGEST_MILLIS);
                    trouble.answered(fault, answer, Duration.ofNanos(System.nanoTime() - begin));
                    return answer;
                } catch (IOException lost) {
                    return own(502);
                }
            }
        }
        return own(503);
    }

    private static byte[] own(int status) {
        return ("HTTP/1.1 " + status + " No\r\n" + MARK + ": 1\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
