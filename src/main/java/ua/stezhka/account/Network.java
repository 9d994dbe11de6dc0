package ua.stezhka.account;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where requests come from, no nearer than the audit trail needs: the number of the single device is left out. */
final class Network {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private Network() {}

    /** {@code 192.0.2.0/24} or {@code 2001:db8:1:0:0:0:0:0/48}; null when the address is not known. */
    static @Nullable String of(@Nullable SocketAddress remote) {
        return remote == null || remote.hostAddress() == null ? null : of(remote.hostAddress());
    }

    static @Nullable String of(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int kept = bytes.length == Integer.BYTES ? IPV4_BYTES : IPV6_BYTES;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + '/' + kept * Byte.SIZE;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
