package ua.stezhka.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the nodes and the database: it carries bytes, carries them late, carries nothing, or is cut. */
final class Wire implements Closeable {
    private static final long LATE_MILLIS = 2000;
    private static final long LOOK_MILLIS = 50;

    private final ServerSocket server;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Wire(int database) throws IOException {
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.database = database;
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    enum State {
        WHOLE,
        LATE,
        SILENT,
        CUT
    }

    int port() {
        return server.getLocalPort();
    }

    void is(State next) {
        state = next;
        if (next == State.CUT) {
            open.forEach(Wire::drop);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket node = server.accept();
                if (state == State.CUT) {
                    drop(node);
                } else {
                    Thread.ofVirtual().start(() -> join(node));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket node) {
        try (node;
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database)) {
            node.setTcpNoDelay(true);
            postgres.setTcpNoDelay(true);
            open.add(node);
            open.add(postgres);
            Thread back = Thread.ofVirtual().start(() -> carry(postgres, node, false));
            carry(node, postgres, true);
            back.join();
        } catch (IOException gone) {
            // One side has gone; so goes the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to, boolean there) {
        byte[] bytes = new byte[32 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (state == State.LATE && there) {
                    Pause.millis(LATE_MILLIS);
                }
                while (state == State.SILENT) {
                    Pause.millis(LOOK_MILLIS);
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException gone) {
            // The same as an end.
        } finally {
            drop(from);
            drop(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Then it is.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Wire::drop);
    }
}
