package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Setting;

/**
 * Seals secrets of second factors for the database (AES-256-GCM, bound to their owner) and signs challenges (HMAC-SHA-256). The key is made
 * at the first start and kept in the keys folder, readable by the owner only: a copy of the database alone opens nothing.
 */
@Singleton
public class SealingKey {
    private static final Logger LOG = Logger.getLogger(SealingKey.class);
    private static final String FILE = "second-factor.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final byte[] signing;

    SealingKey(AccountConfig config) {
        String data = Setting.of("stezhka.data").orElse("data");
        byte[] master = load(Path.of(config.keysFolder().orElse(data + "/keys")).resolve(FILE));
        this.sealing = new SecretKeySpec(Secrets.hmac(master, "seal".getBytes(StandardCharsets.UTF_8)), "AES");
        this.signing = Secrets.hmac(master, "sign".getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(UUID owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws Problem.Busy when it was sealed with another key or for somebody else: nobody gets in so, and the log says why */
    public byte[] open(UUID owner, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException otherKey) {
            LOG.error("the key file " + FILE
                    + " is not the one with which second factors were sealed: bring it back from a backup");
            throw Problem.busy(UNTIL_SOMEBODY_LOOKS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The same for what browsers bring: empty when it is not of this owner, was changed, or is out of its key's time. */
    Optional<byte[]> openIfMine(UUID owner, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** What only this Stezhka can compute. */
    public byte[] sign(String purpose, byte[] message) {
        return Secrets.hmac(Secrets.hmac(signing, purpose.getBytes(StandardCharsets.UTF_8)), message);
    }

    private Cipher cipher(int mode, byte[] nonce, UUID owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] load(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("the key " + file + " is damaged");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " can be neither read nor made", e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        KeyFile.make(file, Base64.getEncoder().encodeToString(key) + '\n');
    }
}
