package ua.stezhka.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param number  1, 2, 3 … without gaps
 * @param byActor the pseudonym of who did it
 * @param about   the pseudonym of the person it was done to
 * @param network the network the request came from, without the number of the device in it
 */
public record AuditEntry(
        long number,
        Instant notedAt,
        String action,
        @Nullable UUID byActor,
        @Nullable UUID about,
        @Nullable String network,
        SortedMap<String, String> details) {
    public static final int HASH_BYTES = 32;

    /** SHA-256 of the hash before and of everything in this entry, each part led by its length so that no two entries read alike. */
    byte[] hash(byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            add(digest, Long.toString(number));
            add(digest, notedAt.toString());
            add(digest, action);
            add(digest, Objects.toString(byActor, ""));
            add(digest, Objects.toString(about, ""));
            add(digest, Objects.toString(network, ""));
            details.forEach((name, value) -> {
                add(digest, name);
                add(digest, value);
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean follows(byte[] previous, byte[] itsPrevious, byte[] itsHash) {
        return Arrays.equals(previous, itsPrevious) && Arrays.equals(hash(previous), itsHash);
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
