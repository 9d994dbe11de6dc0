package ua.stezhka.exchange;

import java.util.regex.Pattern;
import ua.stezhka.exchange.Findings.InFile;

/** Rules of writing: letters and marks of Ukrainian, sentences that are not too long. Source: A-11. */
final class Wording {
    private static final int LONGEST_SENTENCE = 25;
    private static final int WORDS_ON_AVERAGE = 15;

    private static final Pattern WRONG_APOSTROPHE = Pattern.compile("\\p{IsLetter}['ʼ‘`´]\\p{IsLetter}");
    private static final Pattern RUSSIAN_LETTER = Pattern.compile("[ыэъёЫЭЪЁ]");
    private static final Pattern TWO_ALPHABETS =
            Pattern.compile("\\p{IsLatin}\\p{IsCyrillic}|\\p{IsCyrillic}\\p{IsLatin}");
    private static final Pattern STRAIGHT_QUOTE = Pattern.compile("\"");
    private static final Pattern HYPHEN_AS_DASH = Pattern.compile("\\p{IsLetter}[,»”]? - [\\p{IsLetter}«“]");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…:;]+[»”)]*\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLetter}\\p{IsDigit}][\\p{IsLetter}\\p{IsDigit}’'-]*");

    private Wording() {}

    /** Letters and marks of one text in one language. */
    static void checkLetters(String text, String language, int line, InFile findings) {
        var apostrophe = WRONG_APOSTROPHE.matcher(text);
        if (apostrophe.find()) {
            String what = "the apostrophe in «" + around(text, apostrophe.start() + 1) + "» is not ’";
            if (language.equals("uk")) {
                findings.error(line, what, "write ’ (U+2019)");
            } else {
                findings.warning(line, what, "write ’ (U+2019)");
            }
        }
        if (STRAIGHT_QUOTE.matcher(text).find()) {
            findings.warning(
                    line, "straight quotation marks in a text", "write " + (language.equals("uk") ? "« »" : "“ ”"));
        }
        var hyphen = HYPHEN_AS_DASH.matcher(text);
        if (hyphen.find()) {
            findings.warning(line, "a hyphen stands as a dash in «" + around(text, hyphen.start()) + "»", "write —");
        }
        var mixed = TWO_ALPHABETS.matcher(text);
        if (mixed.find()) {
            findings.error(
                    line,
                    "the word «" + around(text, mixed.start()) + "» mixes Latin and Cyrillic letters",
                    "type the word anew in one alphabet");
        }
        var russian = RUSSIAN_LETTER.matcher(text);
        if (language.equals("uk") && russian.find()) {
            findings.error(
                    line,
                    "«" + around(text, russian.start()) + "» has a letter that Ukrainian lacks",
                    "correct the word");
        }
    }

    /** Sentences that are hard to read. */
    static void checkSentences(String plain, int line, InFile findings) {
        for (String sentence : END_OF_SENTENCE.split(plain)) {
            int words = words(sentence);
            if (words > LONGEST_SENTENCE) {
                findings.warning(
                        line,
                        "a sentence of " + words + " words: «"
                                + sentence.strip().substring(0, 40) + "…»",
                        "make two of it; at most " + LONGEST_SENTENCE + " words");
            }
        }
    }

    /** The average over a whole lesson. */
    static void checkAverage(String plain, InFile findings) {
        int sentences = 0;
        for (String sentence : END_OF_SENTENCE.split(plain)) {
            sentences += words(sentence) > 0 ? 1 : 0;
        }
        if (sentences > 0 && words(plain) > sentences * WORDS_ON_AVERAGE) {
            findings.warning(
                    1,
                    "the sentences of the lesson have " + words(plain) / sentences + " words on average",
                    "shorten them to " + WORDS_ON_AVERAGE);
        }
    }

    static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    private static String around(String text, int place) {
        int start = place;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, Math.min(end, start + 40));
    }
}
