package ua.stezhka.question;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type, freed from what does not matter: case, spaces, apostrophes, keyboards, commas. */
public final class Wording {
    /** Accents that mark stress, soft hyphens, characters without width. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u0300\\u0301\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻʽʹ`´′＇‛❛❜ꞌ]");
    private static final Pattern QUOTES_AND_SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F«»“”„\"]+");
    /** Dashes, and the star that people type where they do not find the apostrophe. */
    private static final Pattern DASH_IN_WORD =
            Pattern.compile("(?<=\\p{L})[*\\u002D\\u2010-\\u2015\\u2212](?=\\p{L})");

    private static final Pattern LAST_STOPS = Pattern.compile("[.,;:!?…]+$");

    /** Latin letters and the Cyrillic ones that they look like, small or capital; and ґ, which many phones hide. */
    private static final Map<Character, Character> MEANT = pairs("aа bв cс eе hн iі kк mм oо pр tт xх yу ïї ґг");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final int TOO_MANY = Integer.MAX_VALUE;
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_ENDING = 2;

    private static final Pattern NUMBER = Pattern.compile(
            "([+\\-−–]?)\\s*(\\d{1,3}(?:[\\s\\u00A0\\u2009\\u202F'’]\\d{3})+|\\d+)(?:\\s?[.,]\\s?(\\d+))?([^\\d]*)");

    private Wording() {}

    /** Whether the two say the same to a kind reader. */
    static boolean same(String given, String accepted) {
        String skeleton = skeleton(given);
        return !skeleton.isEmpty() && skeleton.equals(skeleton(accepted));
    }

    /** Whether it is one of the accepted wordings, or, where that is forgiven, one of them with a slip of the pen. */
    static boolean accepts(AnswerKey.Accepted accepted, String given) {
        List<String> wordings = skeletons(Stream.concat(accepted.uk().stream(), accepted.en().stream()));
        String typed = skeleton(given);
        return !typed.isEmpty()
                && (wordings.contains(typed)
                        || accepted.near() && slipped(typed, wordings, skeletons(accepted.wrong().stream())));
    }

    /** A slip is forgiven when no other known wording is as near, and never in digits: another number is another answer. */
    private static boolean slipped(String typed, List<String> wordings, List<String> wrong) {
        int nearest = wordings.stream()
                .filter(wording -> digits(wording).equals(digits(typed)))
                .mapToInt(wording -> slips(typed, wording))
                .min()
                .orElse(TOO_MANY);
        return nearest < TOO_MANY
                && wrong.stream().noneMatch(other -> Spelling.distance(typed, other, nearest) <= nearest);
    }

    private static int slips(String typed, String wording) {
        int allowed = Spelling.slipsIn(wording.length());
        int slips = Spelling.distance(typed, wording, allowed);
        return slips <= allowed ? slips : TOO_MANY;
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static List<String> skeletons(Stream<String> texts) {
        return texts.map(Wording::skeleton).toList();
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

    /** The number that a text says: comma or dot, spaces between thousands, any words after it. */
    public static Optional<BigDecimal> number(String text) {
        return number(text, List.of());
    }

    /**
     * The number that a text says, when nothing but one of these units stands behind it.
     *
     * @param units none: any words may stand there
     */
    static Optional<BigDecimal> number(String text, List<String> units) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        Matcher found =
                NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!found.matches() || !fits(skeleton(found.group(4)), units)) {
            return Optional.empty();
        }
        String whole = found.group(2).replaceAll("\\D", "");
        String decimal = found.group(3) == null ? whole : whole + '.' + found.group(3);
        boolean negative = !found.group(1).isEmpty() && !found.group(1).equals("+");
        return Optional.of(new BigDecimal(negative ? '-' + decimal : decimal));
    }

    private static boolean fits(String typed, List<String> units) {
        return typed.isEmpty()
                || units.isEmpty()
                || units.stream().map(Wording::skeleton).anyMatch(unit -> sameUnit(typed, unit));
    }

    /** The same word, or another form of it: «година», «години», «годин» differ in their last letters only. */
    private static boolean sameUnit(String typed, String unit) {
        int common = 0;
        while (common < Math.min(typed.length(), unit.length()) && typed.charAt(common) == unit.charAt(common)) {
            common++;
        }
        boolean formOfIt =
                common >= SHORTEST_STEM && Math.max(typed.length(), unit.length()) - common <= LONGEST_ENDING;
        return typed.equals(unit) || formOfIt;
    }
}
