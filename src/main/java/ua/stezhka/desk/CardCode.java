package ua.stezhka.desk;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import ua.stezhka.platform.LookAlikes;

/**
 * The code of an access card: eleven random characters of 31, which is 54 bits, and a check character, in three groups that people can
 * read aloud and type. The characters are those of Crockford's Base 32 without Z, which looks like 2. One wrong character, or any two
 * that changed places, are always noticed, so a slip of the finger never counts as guessing.
 *
 * @param value the {@value #LENGTH} characters without hyphens
 */
public record CardCode(String value) {
    static final int LENGTH = 12;
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
    private static final int GROUP = 4;
    private static final Pattern ADDRESS = Pattern.compile("^.*/card/", Pattern.DOTALL);

    public CardCode {
        if (value.length() != LENGTH || !fits(value)) {
            throw new IllegalArgumentException("not the code of a card");
        }
    }

    /**
     * A new code.
     *
     * @param random a cryptographically strong generator
     */
    static CardCode next(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        for (int digit = 0; digit < ALPHABET.length(); digit++) {
            if (fits(code.toString() + ALPHABET.charAt(digit))) {
                code.append(ALPHABET.charAt(digit));
                break;
            }
        }
        return new CardCode(code.toString());
    }

    /** What a person typed or scanned: any case, with or without hyphens, with look-alikes, or the whole address; empty when it cannot be a code. */
    public static Optional<CardCode> read(String typed) {
        String found = LookAlikes.read(ADDRESS.matcher(typed).replaceFirst("")).replace('Z', '2');
        return found.length() == LENGTH && fits(found) ? Optional.of(new CardCode(found)) : Optional.empty();
    }

    /** Groups of four joined by hyphens, as printed and as used in addresses. */
    @Override
    public String toString() {
        return value.substring(0, GROUP) + '-' + value.substring(GROUP, 2 * GROUP) + '-' + value.substring(2 * GROUP);
    }

    /** Each place has a weight of its own and 31 is a prime: the weighted sum of a code is divisible by it. */
    private static boolean fits(String value) {
        int sum = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = ALPHABET.indexOf(value.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += (i + 1) * digit;
        }
        return sum % ALPHABET.length() == 0;
    }
}
