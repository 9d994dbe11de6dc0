package ua.stezhka.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 1.3, with one lane. Source: RFC 9106; the text form is the one of the reference implementation.
 *
 * @param memory     in KiB
 * @param iterations passes over the memory
 */
record Argon2(int memory, int iterations) {
    private static final int HASH_BYTES = 32;
    private static final Pattern TEXT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** The parameters that a hash was made with. */
    static Argon2 of(String text) {
        return parse(text).argon2();
    }

    /** The hash of a password as {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    String hash(String password, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        memory,
                        iterations,
                        base64.encodeToString(salt),
                        base64.encodeToString(compute(password, salt, HASH_BYTES)));
    }

    /** Whether the hash is of this password; compared without telling by the time how much of it is right. */
    static boolean matches(String password, String text) {
        Parsed kept = parse(text);
        return MessageDigest.isEqual(kept.argon2().compute(password, kept.salt(), kept.hash().length), kept.hash());
    }

    private byte[] compute(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[length];
        generator.generateBytes(secret, hash);
        Arrays.fill(secret, (byte) 0);
        return hash;
    }

    private static Parsed parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no Argon2id hash of one lane");
        }
        return new Parsed(
                new Argon2(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))),
                Base64.getDecoder().decode(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)));
    }

    private record Parsed(Argon2 argon2, byte[] salt, byte[] hash) {}
}
