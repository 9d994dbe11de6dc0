package ua.stezhka.xapi;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats that the standard asks of single values. Source: xAPI 1.0.3 part 2, sections 2.2 and 4; xAPI 2.0, 4.2.7. */
final class Rules {
    private static final String NEVER_IN_AN_IRI = "<>\"{}|\\^`";
    private static final int MAX_SCALE = 30;

    // The sequence of token lengths of RFC 5646, or one of its private or grandfathered tags.
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?"
                    + "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
                    + "(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
                    + "|[xX](?:-[A-Za-z0-9]{1,8})+|[iI]-[A-Za-z]{3,8}");

    private static final Pattern DURATION = Pattern.compile("P(?:\\d+(?:\\.\\d+)?W"
            + "|(?=[\\dT])(?:\\d+(?:\\.\\d+)?Y)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?D)?"
            + "(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?H)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?S)?)?)");

    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Rules() {}

    /** An absolute IRI, checked as far as the standard asks: a scheme, and nothing that no IRI may hold. */
    static String iri(String what, String value) {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1 || !isLetter(value.charAt(0))) {
            throw new InvalidStatement(what, "is not an IRI with a scheme: " + value);
        }
        for (int i = 1; i < colon; i++) {
            char c = value.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
                throw new InvalidStatement(what, "has no valid scheme: " + value);
            }
        }
        for (int i = colon + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == 0x7f || NEVER_IN_AN_IRI.indexOf(c) >= 0 || Character.isWhitespace(c)) {
                throw new InvalidStatement(what, "has a character that no IRI may hold: " + value);
            }
        }
        return value;
    }

    static String languageTag(String what, String value) {
        if (!value.equals("uk")
                && !value.equals("en")
                && !LANGUAGE.matcher(value).matches()) {
            throw new InvalidStatement(what, "is not a language tag of RFC 5646: " + value);
        }
        return value;
    }

    /** An ISO 8601 duration in its designator form; weeks stand alone. */
    static String duration(String what, String value) {
        if (!DURATION.matcher(value).matches()) {
            throw new InvalidStatement(what, "is not an ISO 8601 duration: " + value);
        }
        return value;
    }

    /** A timestamp of RFC 3339 with a known offset. */
    static String timestamp(String what, String value) {
        if (!TIMESTAMP.matcher(value).matches() || value.endsWith("-00:00")) {
            throw new InvalidStatement(what, "is not an RFC 3339 timestamp: " + value);
        }
        return value;
    }

    static String uuid(String what, String value) {
        if (!UUID.matcher(value).matches()) {
            throw new InvalidStatement(what, "is not a UUID in standard form: " + value);
        }
        return value;
    }

    /** A number in plain notation, so that equal statements are written alike and no short text grows into a huge one. */
    static @Nullable BigDecimal number(String what, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new InvalidStatement(what, "is too large or too precise");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
