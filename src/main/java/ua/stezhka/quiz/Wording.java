package ua.stezhka.quiz;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type, freed from what does not matter: case, spaces, apostrophes, keyboards, commas. */
final class Wording {
    /** Accents that mark stress, soft hyphens, characters without width. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u0301\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʹ`´′＇‛]");
    private static final Pattern QUOTES_AND_SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F«»“”„\"]+");
    private static final Pattern DASH_IN_WORD = Pattern.compile("(?<=\\p{L})[\\u002D\\u2010-\\u2015\\u2212](?=\\p{L})");
    private static final Pattern LAST_STOPS = Pattern.compile("[.,;:!?…]+$");

    /** Latin letters and the Cyrillic ones that they look like, small or capital; and ґ, which many phones hide. */
    private static final Map<Character, Character> MEANT = pairs("aа bв cс eе hн iі kк mм oо pр tт xх yу ïї ґг");

    private static final Pattern NUMBER = Pattern.compile(
            "([+\\-−–]?)\\s*(\\d{1,3}(?:[\\s\\u00A0\\u2009\\u202F'’]\\d{3})+|\\d+)(?:\\s?[.,]\\s?(\\d+))?([^\\d]*)");

    private Wording() {}

    /** Whether the two say the same to a kind reader. */
    static boolean same(String given, String accepted) {
        String skeleton = skeleton(given);
        return !skeleton.isEmpty() && skeleton.equals(skeleton(accepted));
    }

    /** What remains when nothing is left that does not matter; doing it twice changes nothing. */
    static String skeleton(String text) {
        String decomposed = Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll(""), Normalizer.Form.NFKD);
        String seen = UNSEEN.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("");
        String joined = QUOTES_AND_SPACES
                .matcher(APOSTROPHES.matcher(seen).replaceAll(""))
                .replaceAll("");
        String word = DASH_IN_WORD
                .matcher(Normalizer.normalize(joined, Normalizer.Form.NFC))
                .replaceAll("");
        String bare = LAST_STOPS.matcher(word).replaceAll("");
        StringBuilder skeleton = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            skeleton.append(MEANT.getOrDefault(letter, letter).charValue());
        }
        return skeleton.toString();
    }

    private static Map<Character, Character> pairs(String pairs) {
        return Stream.of(pairs.split(" ")).collect(Collectors.toMap(pair -> pair.charAt(0), pair -> pair.charAt(1)));
    }

    /** The number that a text says: comma or dot, spaces between thousands, a unit after it. */
    static Optional<BigDecimal> number(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        Matcher found =
                NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String whole = found.group(2).replaceAll("\\D", "");
        String decimal = found.group(3) == null ? whole : whole + '.' + found.group(3);
        boolean negative = !found.group(1).isEmpty() && !found.group(1).equals("+");
        return Optional.of(new BigDecimal(negative ? '-' + decimal : decimal));
    }
}
