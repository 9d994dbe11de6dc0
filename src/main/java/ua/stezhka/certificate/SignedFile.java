package ua.stezhka.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that says which of its bytes are signed: all but a hole, in which the signature stands.
 *
 * @param from the first byte of the hole
 * @param to   the first byte after it
 * @param end  where the signed bytes end
 */
record SignedFile(byte[] bytes, int from, int to, int end) {
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*+\\[\\s*+0\\s++(\\d{1,8})\\s++(\\d{1,8})\\s++(\\d{1,8})\\s*+]");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Empty when the file does not say so, or says what cannot be. */
    static Optional<SignedFile> of(byte[] bytes) {
        Matcher range = RANGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!range.find()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        int end = to + Integer.parseInt(range.group(3));
        return from < to && to <= end && end <= bytes.length
                ? Optional.of(new SignedFile(bytes, from, to, end))
                : Optional.empty();
    }

    /** Whether this signer signed the whole file as it is. */
    boolean signedBy(SignerCertificates signer) {
        return end == bytes.length
                && contents()
                        .filter(contents -> CmsSignature.verify(signer, digest(), contents))
                        .isPresent();
    }

    /** Whether the hole names this signer, rightly or not. */
    boolean names(SignerCertificates signer) {
        return hole().contains(HEX.formatHex(SignerCertificates.der(signer.own())));
    }

    /** The bytes in the hole, which is written in one way only: capital hexadecimal digits between angle brackets. */
    private Optional<byte[]> contents() {
        String hole = hole();
        if (hole.length() % 2 != 0 || !hole.matches("<[0-9A-F]*+>")) {
            return Optional.empty();
        }
        return Optional.of(HEX.parseHex(hole.substring(1, hole.length() - 1)));
    }

    private String hole() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, from);
            digest.update(bytes, to, end - to);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
