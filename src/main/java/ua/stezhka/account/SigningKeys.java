package ua.stezhka.account;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import ua.stezhka.platform.Setting;

/** The key pair that signs sessions: made at the first start, kept in the keys folder, readable by the owner only. */
@Singleton
class SigningKeys {
    private static final String FILE = "session-signing-key.pem";
    private final KeyPair pair;

    SigningKeys(AccountConfig config) {
        String data = Setting.of("stezhka.data").orElse("data");
        this.pair = load(Path.of(config.keysFolder().orElse(data + "/keys")).resolve(FILE));
    }

    KeyPair pair() {
        return pair;
    }

    private static KeyPair load(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " can be neither read nor made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key " + file + " is damaged", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path draft = Files.createTempFile(file.getParent(), FILE, ".new");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, pem);
        try {
            // A link fails where a rename would overwrite the key of a node that was quicker.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // The other node's key is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static KeyPair parse(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey)
                rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        return new KeyPair(rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
    }
}
