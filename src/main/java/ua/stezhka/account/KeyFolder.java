package ua.stezhka.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the keys that sign sessions: one PEM file each, readable by the owner only. The first is
 * {@code session-signing-key.pem}, later ones carry the time of their making.
 */
final class KeyFolder {
    private static final String FIRST = "session-signing-key.pem";
    private static final Pattern FILE = Pattern.compile("session-signing-key(?:-(\\d{8}T\\d{6}Z))?\\.pem");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int BITS = 2048;

    private final Path path;

    KeyFolder(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** The keys, oldest first. @throws IOException when one cannot be read or is damaged, too */
    List<SigningKey> keys() throws IOException {
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files()) {
            keys.add(parse(file));
        }
        keys.sort(Comparator.comparing(SigningKey::since));
        return keys;
    }

    /** Makes the first key when there is none. */
    void makeFirst() throws IOException {
        Files.createDirectories(path);
        if (files().isEmpty()) {
            make(FIRST);
        }
    }

    /** Makes a further key. @return its file */
    Path makeNext(Instant now) throws IOException {
        return make("session-signing-key-" + STAMP.format(now) + ".pem");
    }

    /** Removes all keys but the newest. @return the files that are gone */
    List<Path> removeOld() throws IOException {
        List<Path> old = files().stream()
                .sorted(Comparator.comparing(KeyFolder::since).reversed())
                .skip(1)
                .toList();
        for (Path file : old) {
            Files.delete(file);
        }
        return old;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> FILE.matcher(name(file)).matches()).toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Instant since(Path file) {
        Matcher name = FILE.matcher(name(file));
        return name.matches() && name.group(1) != null ? STAMP.parse(name.group(1), Instant::from) : Instant.EPOCH;
    }

    private Path make(String name) throws IOException {
        Path file = path.resolve(name);
        KeyFile.make(file, newPem());
        return file;
    }

    private static String newPem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static SigningKey parse(Path file) throws IOException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            if (key.getModulus().bitLength() < BITS) {
                throw new IOException("the signing key " + file + " is too short");
            }
            RSAPublicKey publicKey =
                    (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return SigningKey.of(publicKey, key, since(file));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException damaged) {
            throw new IOException("the signing key " + file + " is damaged", damaged);
        }
    }
}
