package ua.stezhka.factor;

import jakarta.enterprise.inject.spi.CDI;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import ua.stezhka.platform.Ids;

/** Second factors of the tests. */
public final class TestFactors {
    private static final byte[] SECRET = "twenty bytes of test".getBytes(StandardCharsets.US_ASCII);

    private TestFactors() {}

    public static boolean owned(UUID person) {
        return bean(SecondFactors.class).owned(person);
    }

    /** Gives a person an application with codes, whose codes {@link #code()} computes. */
    public static void giveApp(UUID person) {
        bean(CodeApps.class).put(person, SECRET, "");
    }

    /** Gives a person an application with a key of its own. */
    public static void giveApp(UUID person, String secret) {
        bean(CodeApps.class).put(person, secret.getBytes(StandardCharsets.US_ASCII), "");
    }

    public static Optional<String> secretOf(UUID person) {
        return bean(CodeApps.class).secret(person).map(secret -> new String(secret, StandardCharsets.US_ASCII));
    }

    /** What the application of everybody in the tests shows now; each person can use it once. */
    public static String code() {
        return Totp.code(SECRET, Totp.step(Instant.now()), Totp.DIGITS);
    }

    /** What an application shows that has just learned this key. */
    public static String code(String key) {
        return Totp.code(fromBase32(key.replace(" ", "")), Totp.step(Instant.now()), Totp.DIGITS);
    }

    /** A passkey of the person; tells whom it lets in. */
    public static Supplier<Optional<UUID>> passkey(UUID person) {
        Passkeys passkeys = bean(Passkeys.class);
        byte[] credential = Ids.next().toString().getBytes(StandardCharsets.US_ASCII);
        return () -> {
            // Added only for as long as it is tried: whoever owns one is asked for it at the other doors.
            boolean fresh = passkeys.byCredential(credential).isEmpty()
                    && passkeys.add(person, new Passkeys.Fresh(credential, credential, 0, false), "ключ");
            Optional<UUID> owner = passkeys.byCredential(credential).map(Passkeys.Known::personId);
            if (fresh) {
                passkeys.removeAll(person);
            }
            return owner;
        };
    }

    private static byte[] fromBase32(String text) {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] secret = new byte[text.length() * 5 / 8];
        for (int i = secret.length - 1; i >= 0; i--, bits = bits.shiftRight(8)) {
            secret[i] = bits.byteValue();
        }
        return secret;
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
