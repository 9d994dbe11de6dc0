package ua.stezhka.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers of everything that is stored: new ones in order of time, and stable ones for content that comes from files.
 * Source: RFC 9562, versions 7 and 5.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID NAMESPACE = UUID.fromString("6f0f2b52-5a9e-5c0a-9d0e-3b1d2f6f7a10");

    private Ids() {}

    /** A new identifier (UUID version 7): sorts by the millisecond of its making, 74 random bits. */
    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        ByteBuffer tail = ByteBuffer.wrap(random);
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (tail.getShort() & 0x0fff);
        long low = (tail.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /**
     * The identifier of a thing with a stable name (UUID version 5): the same name gives the same identifier on every node
     * and in every community.
     *
     * @param name a path such as {@code course/internet-safety/lesson/bank-call}
     */
    public static UUID named(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
