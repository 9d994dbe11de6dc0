package ua.stezhka.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that somebody carries and we know by their hash only: 256 random bits, so a plain SHA-256 hides them. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Secrets() {}

    public static byte[] random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return random;
    }

    public static String next() {
        return TEXT.encodeToString(random());
    }

    /** Whether it could be one of ours at all. */
    static boolean looksRight(String secret) {
        return FORM.matcher(secret).matches();
    }

    /** The secret that follows this one: nobody finds it who has the salt alone or the secret alone. */
    static String after(String secret, byte[] salt) {
        return TEXT.encodeToString(hmac(salt, secret.getBytes(StandardCharsets.US_ASCII)));
    }

    /** HMAC-SHA-256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    public static byte[] hash(String secret) {
        return Throttle.hash(secret);
    }
}
