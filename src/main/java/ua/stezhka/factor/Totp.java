package ua.stezhka.factor;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute, computed from a shared secret and the time. Source: RFC 6238 with SHA-1 and six digits. */
final class Totp {
    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int NEIGHBOURS = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        String whole = "0".repeat(digits) + number;
        return whole.substring(whole.length() - digits);
    }

    /** The step whose code was typed: now, one before or one after, and later than the last one used. */
    static OptionalLong match(byte[] secret, String typed, Instant now, long lastUsed) {
        byte[] given = typed.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - NEIGHBOURS; step <= step(now) + NEIGHBOURS; step++) {
            byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given) && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as people type it into an application. Source: RFC 4648, 6. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        BigInteger bits = new BigInteger(1, secret);
        int length = (secret.length * Byte.SIZE + 4) / 5;
        bits = bits.shiftLeft(length * 5 - secret.length * Byte.SIZE);
        for (int i = length - 1; i >= 0; i--) {
            text.append(BASE32.charAt(bits.shiftRight(i * 5).intValue() & 0x1f));
        }
        return text.toString();
    }

    /** What a QR code says to an application. */
    static String uri(byte[] secret, String issuer, String account) {
        return "otpauth://totp/" + encode(issuer) + ':' + encode(account) + "?secret=" + base32(secret) + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }
}
