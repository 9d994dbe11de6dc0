package ua.stezhka.certificate;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import ua.stezhka.platform.LookAlikes;

/**
 * The number of a certificate: 130 random bits and two check characters, in a form that people can read aloud and type.
 *
 * <p>The 32 characters are those of Crockford's Base 32: no I, L, O or U. Read as one number in base 32, all 28 of them
 * together are divisible by {@value #CHECK_MODULUS}, a prime: one wrong character, or any two that changed places, are
 * always noticed. Source of the 128 bits: ASVS 5.0, 11.5.1.
 *
 * @param value the {@value #LENGTH} characters without hyphens
 */
public record CertificateNumber(String value) {
    static final int LENGTH = 28;
    static final int CHECK_MODULUS = 1021;
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int RANDOM_BITS = 130;
    private static final int CHECK_BITS = 10;
    private static final int GROUP = 4;
    private static final Pattern ADDRESS = Pattern.compile("^.*/certificates/", Pattern.DOTALL);
    private static final BigInteger MODULUS = BigInteger.valueOf(CHECK_MODULUS);

    /** What {@link #read} made of typed text. */
    public sealed interface Reading {
        /** The text is a number in the right form; whether there is such a certificate is another question. */
        record Understood(CertificateNumber number) implements Reading {}

        /** The text cannot be a number. */
        record Mistyped(Slip slip) implements Reading {}
    }

    /** How typed text fails to be a number. The name in lower case is the key of the text that explains it. */
    public enum Slip {
        EMPTY,
        FOREIGN_CHARACTER,
        TOO_SHORT,
        TOO_LONG,
        WRONG_CHARACTER
    }

    public CertificateNumber {
        if (value.length() != LENGTH || !fits(value)) {
            throw new IllegalArgumentException("not a certificate number");
        }
    }

    /**
     * A new number.
     *
     * @param random a cryptographically strong generator
     */
    static CertificateNumber next(RandomGenerator random) {
        byte[] bytes = new byte[(RANDOM_BITS + 7) / 8];
        random.nextBytes(bytes);
        BigInteger payload = new BigInteger(1, bytes).shiftRight(bytes.length * 8 - RANDOM_BITS);
        BigInteger shifted = payload.shiftLeft(CHECK_BITS);
        BigInteger check = shifted.negate().mod(MODULUS);
        return new CertificateNumber(write(shifted.add(check)));
    }

    /**
     * Reads what a person typed or pasted: any case, with or without hyphens and spaces, letters that look like digits, Cyrillic
     * letters that look like Latin ones, or the whole address of the check page.
     */
    public static Reading read(String typed) {
        String found = LookAlikes.read(ADDRESS.matcher(typed).replaceFirst(""));
        if (found.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return new Reading.Mistyped(Slip.FOREIGN_CHARACTER);
        }
        return judge(found);
    }

    /** The known characters of the beginning of a number, for a search; hyphens and foreign characters are left out. */
    static String beginning(String typed) {
        StringBuilder found = new StringBuilder();
        for (char c : LookAlikes.read(typed).toCharArray()) {
            if (ALPHABET.indexOf(c) >= 0 && found.length() < LENGTH) {
                found.append(c);
            }
        }
        return found.toString();
    }

    /** Groups of four joined by hyphens, as printed and as used in addresses. */
    @Override
    public String toString() {
        StringBuilder groups = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < LENGTH; i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(value, i, i + GROUP);
        }
        return groups.toString();
    }

    private static Reading judge(String found) {
        if (found.isEmpty()) {
            return new Reading.Mistyped(Slip.EMPTY);
        }
        if (found.length() != LENGTH) {
            return new Reading.Mistyped(found.length() < LENGTH ? Slip.TOO_SHORT : Slip.TOO_LONG);
        }
        return fits(found)
                ? new Reading.Understood(new CertificateNumber(found))
                : new Reading.Mistyped(Slip.WRONG_CHARACTER);
    }

    private static boolean fits(String value) {
        int rest = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = ALPHABET.indexOf(value.charAt(i));
            if (digit < 0) {
                return false;
            }
            rest = (rest * ALPHABET.length() + digit) % CHECK_MODULUS;
        }
        return rest == 0;
    }

    private static String write(BigInteger number) {
        char[] characters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int digit = number.shiftRight(5 * (LENGTH - 1 - i)).intValue() & 31;
            characters[i] = ALPHABET.charAt(digit);
        }
        return new String(characters);
    }
}
