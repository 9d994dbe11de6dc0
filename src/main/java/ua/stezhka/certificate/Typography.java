package ua.stezhka.certificate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Typesetting of short texts in Ukrainian and English: quotation marks and words that must not end a line. */
final class Typography {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** A word of one or two letters (в, на, зі, of, to) holds on to the next word. */
    private static final Pattern SHORT_WORD = Pattern.compile("(?<![\\p{L}\\p{N}’])(\\p{L}{1,2}) ");

    /** A dash holds on to the word before it. */
    private static final Pattern DASH = Pattern.compile(" (?=[—–])");

    private Typography() {}

    /** The text in composed form, on one line, without control characters. */
    static String tidy(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(CONTROLS.matcher(composed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** The text with no-break spaces where a line must not end. */
    static String held(String text) {
        String words = SHORT_WORD.matcher(text).replaceAll("$1" + NO_BREAK_SPACE);
        return DASH.matcher(words).replaceAll(String.valueOf(NO_BREAK_SPACE));
    }

    /** The text in the quotation marks of its language; marks inside become those of the second order. */
    static String quoted(String text, Locale language) {
        if (language.getLanguage().equals("uk")) {
            return '«' + text.replace('«', '„').replace('»', '“') + '»';
        }
        return '“' + text.replace('“', '‘').replace('”', '’') + '”';
    }
}
